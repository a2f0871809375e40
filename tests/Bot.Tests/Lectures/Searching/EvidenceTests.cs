using Lectures.Searching;

namespace Bot.Tests.Lectures.Searching;

public class EvidenceTests
{
    [Theory]
    [InlineData(new[] { 0f }, 0)]
    [InlineData(new[] { 0f, 0f }, 0.693147)]
    [InlineData(new[] { 1000f, 1000f, -1000f }, 1000.693147)]
    [InlineData(new[] { -1000f }, -1000)]
    public void Several_together_score_the_logarithm_of_their_sum(float[] scores, double all) => Assert.Equal(all, RankingModel.LogSumExp(scores), 1e-3);

    [Fact]
    public async Task Each_sentence_of_the_passages_ranked_first_has_its_evidence()
    {
        using var rig = await SearchRig.WithAsync("The brig lay in the harbour. It had sailed from Lisbon in 1519.", "The town had a harbour.");

        var passages = rig.See("Which brig lay in the harbour?", static ranking => ranking.Passages);

        Assert.Equal([2, 1], passages.Select(static passage => passage.Evidence.Length));
        Assert.All(passages, static passage => Assert.All(passage.Evidence.ToArray(), static score => Assert.True(float.IsFinite(score))));
    }

    /// <summary>Probabilities are of the candidates alone, whatever they are worth; evidence tells a lecture that answers from one that has a word in common.</summary>
    [Fact]
    public async Task There_is_more_of_it_where_a_lecture_answers()
    {
        using var rig = await SearchRig.WithAsync("In 1519 the brig Victoria left the harbour of Lisbon with a crew of sixty men.", "The town had a gate.", "The king had a garden.");

        Assert.True(rig.See("How many men sailed on the brig Victoria in 1519?", Evidence) > rig.See("How many roses had the harbour master?", Evidence));

        static float Evidence(Ranking ranking) => ranking.Evidence;
    }
}
