namespace Lectures.Searching;

/// <summary>The highest values among a question's candidates, which each is held against; never 0.</summary>
/// <param name="Strong">Of a passage's coverage, <paramref name="Soft"/> with words counted that only stand for others.</param>
/// <param name="Sentence">Of a sentence's coverage, <paramref name="SentenceSoft"/> and <paramref name="Density"/> likewise.</param>
/// <param name="Heard">Of what a passage likely has by its sounds, <paramref name="SentenceHeard"/> of what a sentence has.</param>
internal readonly record struct HighestValues(float Strong, float Soft, float Bm25, float Bm25Soft, float Sentence, float SentenceSoft, float Density, float Heard, float SentenceHeard)
{
    /// <summary>So that what is divided by it is a number.</summary>
    public const float Least = 1e-6f;

    public static HighestValues Of(IReadOnlyList<Candidate> candidates, ReadOnlySpan<float> weights)
    {
        var best = new HighestValues(Least, Least, Least, Least, Least, Least, Least, Least, Least);
        foreach (var candidate in candidates)
        {
            var passage = candidate.Profile;
            best = best with
            {
                Strong = Math.Max(best.Strong, Coverage.Sum(passage.Held.Strong, weights)),
                Soft = Math.Max(best.Soft, Coverage.Sum(passage.Held.Soft, weights)),
                Bm25 = Math.Max(best.Bm25, passage.Bm25),
                Bm25Soft = Math.Max(best.Bm25Soft, passage.Bm25Soft),
                Heard = Math.Max(best.Heard, passage.Heard.Likely),
            };
            var (sentences, soft, density, heard) = (best.Sentence, best.SentenceSoft, best.Density, best.SentenceHeard);
            foreach (ref readonly var sentence in passage.Sentences.AsSpan())
            {
                sentences = Math.Max(sentences, sentence.Strong);
                soft = Math.Max(soft, sentence.Soft);
                density = Math.Max(density, sentence.Density);
                heard = Math.Max(heard, sentence.Heard.Likely);
            }

            best = best with { Sentence = sentences, SentenceSoft = soft, Density = density, SentenceHeard = heard };
        }

        return best;
    }
}

/// <summary>The highest values among a passage's sentences; never 0.</summary>
internal readonly record struct HighestOfPassage(float Strong, float Soft, float Gathered)
{
    public static HighestOfPassage Of(PassageProfile passage)
    {
        var (strong, soft, gathered) = (HighestValues.Least, HighestValues.Least, HighestValues.Least);
        foreach (ref readonly var sentence in passage.Sentences.AsSpan())
        {
            strong = Math.Max(strong, sentence.Strong);
            soft = Math.Max(soft, sentence.Soft);
            gathered = Math.Max(gathered, sentence.Gathered);
        }

        return new HighestOfPassage(strong, soft, gathered);
    }
}
