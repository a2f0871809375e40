namespace Lectures.Searching;

/// <summary>What the sentences of the first passages are by more than the ranking of all candidates' sentences.</summary>
internal static class SentenceProbabilities
{
    /// <summary>Keeps a passage's mass and shares it out among its sentences by the geometric mean of two networks: the one that ranked all sentences, and the one that learnt to tell the answering sentence of a passage from its others.</summary>
    public static RankedPassage WithHighlights(RankedPassage passage, RankingModel highlights, FeatureTable table)
    {
        var shares = highlights.Probabilities(table, passage.Row, passage.Sentences.Length);
        for (var i = 0; i < shares.Length; i++)
        {
            shares[i] = MathF.Sqrt(shares[i] * passage.Sentences[i]);
        }

        return passage.With(shares).WithMass(passage.Mass);
    }

    /// <summary>Passages that follow each other may share sentences, and each has a part of such a sentence's probability: both get the sum.</summary>
    public static List<RankedPassage> Joined(List<RankedPassage> passages)
    {
        var changed = passages.ToDictionary(static passage => passage.Candidate.Document, static passage => passage.Sentences.ToArray());
        foreach (var passage in passages)
        {
            var next = passages.Find(other => other.Candidate.Document == passage.Candidate.Document + 1 && other.LectureDocument == passage.LectureDocument);
            if (next is null)
            {
                continue;
            }

            var (first, common) = (next.FirstSentence - passage.FirstSentence, passage.FirstSentence + passage.Sentences.Length - next.FirstSentence);
            for (var i = 0; i < common; i++)
            {
                changed[passage.Candidate.Document][first + i] += next.Sentences[i];
                changed[next.Candidate.Document][i] += passage.Sentences[first + i];
            }
        }

        return passages.ConvertAll(passage => passage.With(changed[passage.Candidate.Document]));
    }
}
