using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using Lectures.Indexing;
using Lucene.Net.Index;

namespace Lectures.Searching;

/// <summary>
/// A question's terms against one state of the index: what each weighs (BM25's idf, as a share of the whole question), and which
/// words of a passage stand for it: itself, another way to write it, another name, or one that looks or sounds like it where the library hardly
/// knows the word as typed.
/// </summary>
internal sealed class QuestionTerms
{
    /// <summary>What the same number in the other spelling counts.</summary>
    private const float OtherSpelling = 0.9f;

    /// <summary>What another name of the same counts.</summary>
    private const float OtherName = 0.85f;

    /// <summary>What a word that only looks or sounds alike counts at most.</summary>
    private const float Alike = 0.75f;

    /// <summary>A term that so few passages hold may be a misspelling or a recogniser's mistake.</summary>
    private const int Rare = 3;

    private readonly Dictionary<int, (int Term, float Strength)> matches = [];
    private readonly ulong[] seen = new ulong[64];
    private readonly float[] weights;
    private readonly List<(string Typed, string Alike)> variants = [];
    private readonly List<(string Stem, float Strength)> others = [];

    public QuestionTerms(Question question, IndexReader reader, Vocabulary vocabulary, NamesTable names)
    {
        Question = question;
        weights = new float[question.Terms.Count];
        var frequencies = new int[weights.Length];
        for (var i = 0; i < weights.Length; i++)
        {
            frequencies[i] = reader.DocFreq(new Term(IndexFields.Body, question.Terms[i].Stem));
            weights[i] = (float)Math.Log(1 + (reader.MaxDoc - frequencies[i] + 0.5) / (frequencies[i] + 0.5));
            Sum += weights[i];
        }

        for (var i = 0; i < weights.Length; i++)
        {
            weights[i] /= Sum;
            Unknown += frequencies[i] == 0 ? weights[i] : 0;
            Add(question.Terms[i].Hash, i, 1);
        }

        foreach (var name in names.In(question.All))
        {
            AddName(name, reader);
        }

        for (var i = 0; i < weights.Length; i++)
        {
            if (NumberWords.Other(question.Terms[i].Exact) is { } other)
            {
                AddOther(other, i, OtherSpelling);
            }

            if (frequencies[i] <= Math.Max(Rare, reader.MaxDoc / 200))
            {
                AddAlike(i, vocabulary);
            }
        }
    }

    public Question Question { get; }

    public int Count => weights.Length;

    /// <summary>Of the terms' idf.</summary>
    public float Sum { get; }

    /// <summary>The share of the weight that lies on terms no passage has, 0 to 1.</summary>
    public float Unknown { get; }

    /// <summary>Each term's share of the question's weight; they add up to 1.</summary>
    public ReadOnlySpan<float> Weights => weights;

    /// <summary>Words of the library that were taken for a word as typed.</summary>
    public IReadOnlyList<(string Typed, string Alike)> Variants => variants;

    /// <summary>Stems to look for beside the question's own, and what they count.</summary>
    public IReadOnlyList<(string Stem, float Strength)> Others => others;

    /// <summary>The term that a word stands for and how well, or -1.</summary>
    public (int Term, float Strength) Match(int hash)
    {
        var bit = hash >>> 3;
        if ((seen[(bit >>> 6) & 63] & (1ul << (bit & 63))) == 0)
        {
            return (-1, 0);
        }

        ref var match = ref CollectionsMarshal.GetValueRefOrNullRef(matches, hash);
        return Unsafe.IsNullRef(ref match) ? (-1, 0) : match;
    }

    /// <summary>The word of the other name that tells most stands for the heaviest word of the name that was asked for.</summary>
    private void AddName(NameMatch name, IndexReader reader)
    {
        var term = -1;
        for (var i = 0; i < weights.Length; i++)
        {
            if (name.Name.Any(word => word.Stem == Question.Terms[i].Stem) && (term < 0 || weights[i] > weights[term]))
            {
                term = i;
            }
        }

        var telling = name.Other
            .Where(word => !Question.Terms.Any(asked => asked.Stem == word.Stem))
            .Select(word => (Word: word, Frequency: reader.DocFreq(new Term(IndexFields.Body, word.Stem))))
            .Where(static word => word.Frequency > 0)
            .OrderBy(static word => word.Frequency).FirstOrDefault();
        if (term >= 0 && telling.Word is { } other && AddOther(other.Stem, term, OtherName))
        {
            variants.Add((string.Join(' ', name.Name.Select(static word => word.Exact)), name.Spelling));
        }
    }

    private void AddAlike(int term, Vocabulary vocabulary)
    {
        foreach (var (stem, likeness) in vocabulary.Like(Question.Terms[term].Stem))
        {
            if (AddOther(stem, term, Alike * (float)likeness))
            {
                variants.Add((Question.Terms[term].Exact, stem));
            }
        }
    }

    private bool AddOther(string stem, int term, float strength)
    {
        var isNew = Add(TextAnalysis.Hash(stem), term, strength);
        if (isNew)
        {
            others.Add((stem, strength));
        }

        return isNew;
    }

    private bool Add(int hash, int term, float strength)
    {
        var bit = hash >>> 3;
        seen[(bit >>> 6) & 63] |= 1ul << (bit & 63);
        return matches.TryAdd(hash, (term, strength));
    }
}
