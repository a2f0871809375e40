using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using Lectures.Indexing;

namespace Lectures.Searching;

/// <summary>
/// A question's terms against one state of the index: what each weighs (BM25's idf, as a share of the whole question), and which
/// words of a passage stand for it: itself, another way to write it, another name, or one that looks or sounds like it where the library hardly
/// knows the word as typed.
/// </summary>
internal sealed class QuestionTerms
{
    /// <summary>What another name of the same counts.</summary>
    private const float OtherName = 0.85f;

    /// <summary>What a word that only looks or sounds alike counts at most.</summary>
    private const float Alike = 0.75f;

    /// <summary>A term that so few passages hold may be a misspelling or a recogniser's mistake.</summary>
    private const int Rare = 3;

    /// <summary>Of 64 bits each: which hashes may have a match, before the dictionary is asked.</summary>
    private const int SeenWords = 256;

    /// <summary>By a word's hash, where its matches begin.</summary>
    private readonly Dictionary<int, int> firstMatch = [];
    private readonly List<TermMatch> matches = [];
    private readonly ulong[] seen = new ulong[SeenWords];
    private readonly float[] weights;
    private readonly bool[] isUnknown;
    private readonly List<Variant> variants = [];
    private readonly List<(string Stem, float Strength, int Term)> others = [];

    public QuestionTerms(Question question, TermLookup lookup, Vocabulary vocabulary, NamesTable names, RelatedWords related)
    {
        Question = question;
        Lookup = lookup;
        weights = new float[question.Terms.Count];
        isUnknown = new bool[weights.Length];
        var frequencies = new int[weights.Length];
        for (var i = 0; i < weights.Length; i++)
        {
            frequencies[i] = lookup.DocFreq(IndexFields.Body, question.Terms[i].Stem);
            weights[i] = (float)Math.Log(1 + (lookup.Reader.MaxDoc - frequencies[i] + 0.5) / (frequencies[i] + 0.5));
            Sum += weights[i];
        }

        for (var i = 0; i < weights.Length; i++)
        {
            weights[i] /= Sum;
            Add(question.Terms[i].Hash, i, 1, MatchKind.Same);
        }

        foreach (var name in names.In(question.All))
        {
            AddName(name);
        }

        foreach (var (form, stem) in question.Numbers)
        {
            _ = form.IsSearched ? AddOther(stem, form.Term, form.Strength) : Add(TextAnalysis.Hash(stem), form.Term, form.Strength, MatchKind.Same);
        }

        for (var i = 0; i < weights.Length; i++)
        {
            AddRelated(i, related);
            isUnknown[i] = frequencies[i] == 0 && !IsKnownOtherwise(i);
            Unknown += isUnknown[i] ? weights[i] : 0;
        }

        for (var i = 0; i < weights.Length; i++)
        {
            AddAlike(i, frequencies[i], vocabulary);
        }

        Focus = FocusOf(question);
        Sounds = new SoundGrams(question);
    }

    /// <summary>The term that names what is asked for ("which city"), or -1.</summary>
    public int Focus { get; }

    public SoundGrams Sounds { get; }

    public Question Question { get; }

    public TermLookup Lookup { get; }

    public int Count => weights.Length;

    /// <summary>Of the terms' idf.</summary>
    public float Sum { get; }

    /// <summary>The share of the weight that lies on terms no passage has in any form, 0 to 1.</summary>
    public float Unknown { get; }

    /// <summary>The share of the weight that lies on terms no passage has in any form, less what stands for them in <paramref name="held"/>.</summary>
    /// <param name="held">For each term, 0 to 1.</param>
    public float UnknownBeyond(ReadOnlySpan<float> held)
    {
        var sum = 0f;
        for (var t = 0; t < weights.Length; t++)
        {
            sum += isUnknown[t] ? weights[t] * (1 - held[t]) : 0;
        }

        return sum;
    }

    /// <summary>Each term's share of the question's weight; they add up to 1.</summary>
    public ReadOnlySpan<float> Weights => weights;

    /// <summary>Words of the library that were taken for a word as typed.</summary>
    public IReadOnlyList<Variant> Variants => variants;

    /// <summary>Stems to look for beside the question's own, and what they count.</summary>
    public IReadOnlyList<(string Stem, float Strength, int Term)> Others => others;

    /// <summary>Where the matches of a word begin, for <see cref="this[int]"/>; -1 where it has none.</summary>
    public int First(int hash)
    {
        var bit = hash >>> 3;
        if ((seen[(bit >>> 6) & (SeenWords - 1)] & (1ul << (bit & 63))) == 0)
        {
            return -1;
        }

        ref var match = ref CollectionsMarshal.GetValueRefOrNullRef(firstMatch, hash);
        return Unsafe.IsNullRef(ref match) ? -1 : match;
    }

    public TermMatch this[int match] => matches[match];

    /// <summary>Whether the library has another name, spelling or form of a term; one that only looks or sounds alike is not the same.</summary>
    private bool IsKnownOtherwise(int term) =>
        others.Exists(other => other.Term == term && Lookup.DocFreq(IndexFields.Body, other.Stem) > 0);

    /// <summary>The word of the other name that tells most stands for the heaviest word of the name that was asked for.</summary>
    private void AddName(NameMatch name)
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
            .Select(word => (Word: word, Frequency: Lookup.DocFreq(IndexFields.Body, word.Stem)))
            .Where(static word => word.Frequency > 0)
            .OrderBy(static word => word.Frequency).FirstOrDefault();
        if (term >= 0 && telling.Word is { } other && AddOther(other.Stem, term, OtherName))
        {
            variants.Add(new Variant(string.Join(' ', name.Name.Select(static word => word.Exact)), other.Hash, name.Spelling));
        }
    }

    /// <summary>A word that the library has, however seldom, was hardly meant to be one of its common words: "revered" is not "never".</summary>
    private void AddAlike(int term, int frequency, Vocabulary vocabulary)
    {
        var isRare = frequency <= Math.Max(Rare, Lookup.Reader.MaxDoc / 200);
        foreach (var (stem, likeness) in vocabulary.Like(Question.Terms[term].Stem))
        {
            if (!isRare || (frequency > 0 && Lookup.DocFreq(IndexFields.Body, stem) > Math.Max(2 * Rare, Lookup.Reader.MaxDoc / 100)))
            {
                Add(TextAnalysis.Hash(stem), term, (float)likeness, MatchKind.Alike);
            }
            else if (AddOther(stem, term, Alike * (float)likeness))
            {
                variants.Add(new Variant(Question.Terms[term].Exact, TextAnalysis.Hash(stem), null));
            }
        }
    }

    private void AddRelated(int term, RelatedWords related)
    {
        foreach (var word in related.Of(Question.Terms[term]))
        {
            if (word.IsForm)
            {
                AddOther(word.Stem, term, word.Strength);
            }
            else
            {
                Add(TextAnalysis.Hash(word.Stem), term, word.Strength, MatchKind.Related);
            }
        }
    }

    /// <summary>The first term after "what", "which" or "how many".</summary>
    private static int FocusOf(Question question)
    {
        var asks = false;
        foreach (var word in question.All)
        {
            asks |= word.Exact is "what" or "which" or "many" or "whose";
            if (asks)
            {
                for (var term = 0; term < question.Terms.Count; term++)
                {
                    if (question.Terms[term].Stem == word.Stem)
                    {
                        return term;
                    }
                }
            }
        }

        return -1;
    }

    private bool AddOther(string stem, int term, float strength)
    {
        var isNew = Add(TextAnalysis.Hash(stem), term, strength, MatchKind.Same);
        if (isNew)
        {
            others.Add((stem, strength, term));
        }

        return isNew;
    }

    /// <summary>False where the word stands for the same or another term in the same manner.</summary>
    private bool Add(int hash, int term, float strength, MatchKind kind)
    {
        var bit = hash >>> 3;
        seen[(bit >>> 6) & (SeenWords - 1)] |= 1ul << (bit & 63);
        ref var first = ref CollectionsMarshal.GetValueRefOrAddDefault(firstMatch, hash, out var isKnown);
        if (!isKnown)
        {
            first = -1;
        }

        for (var at = first; at >= 0; at = matches[at].Next)
        {
            if (matches[at].Kind == kind && (kind == MatchKind.Same || matches[at].Term == term))
            {
                return false;
            }
        }

        matches.Add(new TermMatch(term, strength, kind, first));
        first = matches.Count - 1;
        return true;
    }
}

/// <summary>A word of the library that was taken for a word as typed.</summary>
/// <param name="Hash">Of its stem.</param>
/// <param name="Spelling">Another name as the table of names writes it; null for a word that looks or sounds alike.</param>
internal sealed record Variant(string Typed, int Hash, string? Spelling);
