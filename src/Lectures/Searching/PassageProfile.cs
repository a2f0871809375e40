using System.Runtime.CompilerServices;
using Lectures.Indexing;
using Lectures.Transcripts;

namespace Lectures.Searching;

/// <summary>How a passage meets a question: its sentences, the headings above it, and all together.</summary>
/// <param name="FirstSentence">Among its lecture's; a passage that was read alone counts from its own.</param>
/// <param name="Spans">Of the sentences in the lecture's text.</param>
/// <param name="Held">The best of any sentence for each term.</param>
/// <param name="Bm25">Over the words that are the terms.</param>
/// <param name="Bm25Soft">Over all words that stand for them.</param>
internal sealed record PassageProfile(WordProfile Section, WordProfile Title, WordProfile[] Sentences, int FirstSentence, TextSpan[] Spans, Coverage Held, float Bm25, float Bm25Soft)
{
    /// <summary>As in the index.</summary>
    private const float K1 = 0.9f;
    private const float B = 0.4f;
    private const float UsualWords = 110;

    /// <summary>How all its sentences together sound; nothing until <see cref="Hear"/>.</summary>
    public Hearing Heard { get; private set; }

    /// <summary>Whether it has a word with a capital inside a sentence, beside the question's.</summary>
    public bool HasNames => Array.Exists(Sentences, static sentence => sentence.NewMarks.HasFlag(WordMarks.Name));

    public static PassageProfile Of(PassageTerms words, QuestionTerms terms, CoverageBuffer buffer)
    {
        var sentences = new WordProfile[words.SentenceCount];
        var spans = new TextSpan[sentences.Length];
        var held = buffer.Take();
        Span<float> frequencies = stackalloc float[2 * terms.Count];
        Span<float> unused = stackalloc float[2 * terms.Count];
        frequencies.Clear();
        var length = 0;
        for (var i = 0; i < sentences.Length; i++)
        {
            sentences[i] = WordProfile.Of(words.Sentence(i), terms, buffer, words.IsQuestion(i), frequencies);
            spans[i] = words.Span(i);
            length += sentences[i].Words;
            held.Take(sentences[i].Held);
        }

        var (bm25, bm25Soft) = (0f, 0f);
        var norm = K1 * (1 - B + B * length / UsualWords);
        for (var t = 0; t < terms.Count; t++)
        {
            bm25 += terms.Weights[t] * frequencies[t] / (frequencies[t] + norm);
            bm25Soft += terms.Weights[t] * frequencies[terms.Count + t] / (frequencies[terms.Count + t] + norm);
        }

        return new PassageProfile(
            WordProfile.Of(words.Section, terms, buffer, false, unused), WordProfile.Of(words.Title, terms, buffer, false, unused), sentences, words.FirstSentence, spans, held, bm25, bm25Soft);
    }

    /// <param name="scores">Of its sentences' sounds, one after the other; <paramref name="best"/> those of all candidates' sentences.</param>
    public void Hear(ReadOnlySpan<sbyte> scores, ReadOnlySpan<sbyte> best, QuestionTerms terms)
    {
        Span<sbyte> own = stackalloc sbyte[terms.Sounds.Scores];
        own.Fill(sbyte.MinValue);
        for (var i = 0; i < Sentences.Length; i++)
        {
            var sentence = scores.Slice(i * own.Length, own.Length);
            Sentences[i] = Sentences[i] with { Heard = Hearing.Of(Sentences[i].Held.Strong, sentence, best, terms) };
            Hearing.KeepHighest(own, sentence);
        }

        Heard = Hearing.Of(Held.Strong, own, best, terms);
    }

    /// <summary>The best of any sentence for each term, where nothing else of the passage is wanted.</summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public static Coverage HeldBy(PassageTerms words, QuestionTerms terms, CoverageBuffer buffer)
    {
        var held = buffer.Take();
        var strong = held.Strong;
        var soft = held.Soft;
        for (var i = 0; i < words.SentenceCount; i++)
        {
            var sentence = words.Sentence(i);
            for (var at = 0; at < sentence.Count; at++)
            {
                for (var next = terms.First(sentence.Hash(at)); next >= 0; next = terms[next].Next)
                {
                    var match = terms[next];
                    if (!match.StandsAt(sentence, at))
                    {
                        continue;
                    }

                    if (match.Kind == MatchKind.Same)
                    {
                        strong[match.Term] = Math.Max(strong[match.Term], match.Strength);
                    }

                    if (match.Kind != MatchKind.Alike)
                    {
                        soft[match.Term] = Math.Max(soft[match.Term], match.Strength);
                    }
                }
            }
        }

        return held;
    }
}
