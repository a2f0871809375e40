using System.Runtime.CompilerServices;
using Lectures.Indexing;

namespace Lectures.Searching;

/// <summary>How a passage meets a question: its sentences, the headings above it, and all together.</summary>
/// <param name="Held">The best of any sentence for each term.</param>
/// <param name="Bm25">Over the words that stand for the terms.</param>
internal sealed record PassageProfile(WordProfile Section, WordProfile Title, WordProfile[] Sentences, Coverage Held, float Bm25)
{
    /// <summary>As in the index.</summary>
    private const float K1 = 0.9f;
    private const float B = 0.4f;
    private const float UsualWords = 110;

    public static PassageProfile Of(PassageTerms words, QuestionTerms terms, CoverageBuffer buffer)
    {
        var sentences = new WordProfile[words.SentenceCount];
        var held = buffer.Take();
        Span<float> frequencies = stackalloc float[terms.Count];
        Span<float> unused = stackalloc float[terms.Count];
        frequencies.Clear();
        var length = 0;
        for (var i = 0; i < sentences.Length; i++)
        {
            sentences[i] = WordProfile.Of(words.Sentence(i), terms, buffer, words.IsQuestion(i), frequencies);
            sentences[i] = sentences[i] with { Heard = Hearing.Of(words, i, terms, sentences[i].Held.Strong) };
            length += sentences[i].Words;
            held.Take(sentences[i].Held);
        }

        var bm25 = 0f;
        for (var t = 0; t < frequencies.Length; t++)
        {
            bm25 += terms.Weights[t] * frequencies[t] / (frequencies[t] + K1 * (1 - B + B * length / UsualWords));
        }

        return new PassageProfile(
            WordProfile.Of(words.Section, terms, buffer, false, unused), WordProfile.Of(words.Title, terms, buffer, false, unused), sentences, held, bm25);
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
