using Lectures.Searching;

namespace Bot.Tests.Lectures.Searching;

public class CandidatePrunerTests
{
    /// <summary>A brig is told of along with a vessel; such words Lucene does not look for.</summary>
    private const string Related = "vessel ~ brig";

    /// <summary>Of 70 passages that Lucene finds the longest is its last, and the one that holds more of the question than a word.</summary>
    [Fact]
    public async Task The_best_by_all_that_their_words_tell_are_looked_at_closely_in_the_order_they_were_found()
    {
        var lectures = Enumerable.Range(0, 70).Select(static i => $"The harbour had number {i} on its gate{string.Concat(Enumerable.Repeat(" and a wall", i % 7))}.").ToList();
        lectures[66] = "The brig was in the harbour and a wall and a wall and a wall and a wall and a wall and a wall and a wall and a wall.";
        using var rig = await SearchRig.WithRelatedAsync(Related, [.. lectures]);

        var candidates = rig.See("Which vessel was in the harbour?", static ranking => ranking.Candidates);

        Assert.Equal(CandidatePruner.Most, candidates.Count);
        Assert.Equal(candidates.OrderByDescending(static candidate => candidate.Score), candidates);
        Assert.Equal(candidates[^1], candidates.MaxBy(static candidate => candidate.Profile.Bm25Soft));
    }

    [Fact]
    public async Task Few_are_all_looked_at()
    {
        using var rig = await SearchRig.WithAsync([.. Enumerable.Range(0, CandidatePruner.Most).Select(static i => $"The harbour had number {i}.")]);

        Assert.Equal(CandidatePruner.Most, rig.See("What did the harbour have?", static ranking => ranking.Candidates.Count));
    }
}
