using System.Globalization;
using Lectures.Semantics;

namespace Bot.Tests.Lectures.Semantics;

public sealed class RerankerTests : IDisposable
{
    private const string Question = "Which wall did the king of Rome build?";

    private readonly SemanticRig rig = new();

    public RerankerTests()
    {
        rig.Write("four.txt", "Walls\n\nThe king of Rome did build a wall of stone. It was high.");
        rig.Write("five.txt", "Stones\n\nThe wall was of turf. A king saw it.");
    }

    public void Dispose() => rig.Dispose();

    [Fact]
    public void A_model_gives_each_pair_the_score_that_its_passages_words_have()
    {
        var options = TinyModel.Reranker(rig.ModelFolder, new Dictionary<string, float> { ["turf"] = 2.5f, ["stone"] = -1, ["rome"] = 100 });
        using var scorer = OnnxPairScorer.Open(options, Path.Combine(rig.ModelFolder, "vocab.txt"));

        // A word of the question counts nothing: token types tell it from the passage's, also where padding follows.
        var scores = scorer.Score("Rome", ["a wall of turf", "stone", "turf turf stone and much more besides", .. Enumerable.Repeat("turf", 20)]);

        Assert.Equal([2.5f, -1, 4, .. Enumerable.Repeat(2.5f, 20)], scores);
    }

    [Fact]
    public void A_long_passage_is_cut_off_and_a_long_question_takes_half_of_the_room_at_most()
    {
        var options = TinyModel.Reranker(rig.ModelFolder, new Dictionary<string, float> { ["turf"] = 1, ["rome"] = 100 });
        options.RerankerMaxTokens = 13;
        using var scorer = OnnxPairScorer.Open(options, Path.Combine(rig.ModelFolder, "vocab.txt"));

        // [CLS] five [SEP] five [SEP], with ten for both; a short question leaves nine.
        Assert.Equal([5f], scorer.Score(string.Join(' ', Enumerable.Repeat("rome", 50)), [string.Join(' ', Enumerable.Repeat("turf", 50))]));
        Assert.Equal([9f], scorer.Score("rome", [string.Join(' ', Enumerable.Repeat("turf", 50))]));
    }

    [Fact]
    public async Task What_it_prefers_comes_first_as_far_as_its_weight_goes()
    {
        using var plain = rig.With(index: "plain");
        await plain.IndexAsync();
        var options = TinyModel.Reranker(rig.ModelFolder, new Dictionary<string, float> { ["turf"] = 20 });

        Assert.StartsWith("four.txt", plain.Ask(Question)[0], StringComparison.Ordinal);
        Assert.StartsWith("five.txt", await FirstAsync(options, 1), StringComparison.Ordinal);
        Assert.Equal(WithoutConfidence(plain.Ask(Question)[0]), WithoutConfidence(await FirstAsync(options, 0)));
    }

    [Fact]
    public async Task Shares_are_joined_as_the_documentation_says()
    {
        var scorer = new ScriptedScorer(("turf", 3), ("stone", 1));
        var (plain, joined) = (new List<(string File, float Mass)>(), new List<(string File, float Mass)>());
        using (var clio = rig.With(SemanticRig.Stage(null)))
        {
            await clio.IndexAsync();
            plain.AddRange(clio.Masses(Question));
        }

        using (var clio = rig.With(SemanticRig.Stage(null, scorer, new SemanticOptions { RerankerTop = 2, RerankerWeight = 0.3 })))
        {
            joined.AddRange(clio.Masses(Question));
        }

        // p^0.7 q^0.3 over the first two, whose mass together stays; the third is not judged.
        Assert.Equal(2, scorer.Judged.Count);
        var mass = plain[0].Mass + plain[1].Mass;
        double ScoreOf(int i) => plain[i].File == "five.txt" ? 3 : plain[i].File == "four.txt" ? 1 : 0;
        var q = Enumerable.Range(0, 2).Select(i => Math.Exp(ScoreOf(i)) / (Math.Exp(ScoreOf(0)) + Math.Exp(ScoreOf(1)))).ToArray();
        var share = Enumerable.Range(0, 2).Select(i => Math.Pow(plain[i].Mass / mass, 0.7) * Math.Pow(q[i], 0.3)).ToArray();
        foreach (var i in (int[])[0, 1])
        {
            Assert.Equal(mass * share[i] / share.Sum(), joined.Single(passage => passage.File == plain[i].File).Mass, 1e-4);
        }

        Assert.Equal(plain.Skip(2).Order(), joined.Where(passage => plain.Take(2).All(judged => judged.File != passage.File)).Order());
        Assert.Equal(joined.OrderByDescending(static passage => passage.Mass), joined);
    }

    [Fact]
    public async Task One_that_fails_leaves_the_order_as_it_was()
    {
        using var plain = rig.With(index: "plain");
        await plain.IndexAsync();
        var log = new CountingLog<SemanticStage>();
        using var clio = rig.With(SemanticRig.Stage(null, new ScriptedScorer { Fails = true }, log: log));
        await clio.IndexAsync();

        Assert.Equal(plain.Ask(Question), clio.Ask(Question));
        Assert.Equal(plain.Ask("Who kept the keys?"), clio.Ask("Who kept the keys?"));
        Assert.Single(log.Lines);
    }

    private async Task<string> FirstAsync(SemanticOptions options, double weight)
    {
        options.RerankerWeight = weight;
        using var clio = rig.With(options, string.Create(CultureInfo.InvariantCulture, $"weight{weight}"));
        await clio.IndexAsync();
        return clio.Ask(Question)[0];
    }

    private static string WithoutConfidence(string shown) => shown[..shown.LastIndexOf('|')];
}
