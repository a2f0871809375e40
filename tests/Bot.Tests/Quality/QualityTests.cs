using System.Text.RegularExpressions;
using Bot.Tests.Terminal;

namespace Bot.Tests.Quality;

/// <summary>
/// Guards what has been reached on the project's own questions over the library that ships. The levels are the measured ones, rounded
/// down; a change that lowers them has to give its reasons, one that raises them raises them here too.
/// </summary>
public partial class QualityTests
{
    private const double ShownAt3 = 0.74;
    private const double Auroc = 0.76;

    [Fact]
    public async Task Quality_stays_at_the_level_reached()
    {
        using var rig = new TerminalRig();

        var outcome = await rig.RunAsync("eval", "--lectures", Repository.Lectures, "--questions", QualityQuestion.File, "--out", rig.File("run.jsonl"));

        Assert.Equal(0, outcome.Code);
        var run = await File.ReadAllLinesAsync(rig.File("run.jsonl"), TestContext.Current.CancellationToken);
        var score = new Scorer(Source).Of(QualityQuestion.All, run);
        TestContext.Current.TestOutputHelper?.WriteLine($"{score}");
        Assert.Equal(1.0, score.Verbatim);
        Assert.True(score.ShownAt3 >= ShownAt3, $"{score}");
        Assert.True(score.Auroc >= Auroc, $"{score}");
    }

    [Fact]
    public void The_set_is_large_and_hard_enough()
    {
        var (answerable, others) = (QualityQuestion.All.Where(static q => q.Gold.Count > 0).ToList(), QualityQuestion.All.Where(static q => q.Gold.Count == 0).ToList());

        Assert.True(answerable.Count >= 120);
        Assert.True(answerable.Count(static q => q.Kind == "paraphrase") >= 0.4 * answerable.Count);
        Assert.All(["names", "typo", "terse", "chatty"], kind => Assert.Contains(answerable, q => q.Kind == kind));
        Assert.True(others.Count >= 50);
        Assert.True(2 * others.Count(static q => q.Kind == "near") >= others.Count);
        Assert.Equal(QualityQuestion.All.Count, QualityQuestion.All.Select(static q => q.Id).Distinct().Count());
    }

    [Fact]
    public void Gold_spans_hold_their_answers() => Assert.All(QualityQuestion.All, static question => Assert.Equal(
        question.Answers.Select(Fold), question.Gold.Select(static gold => Fold(Source(gold.File)[gold.Start..gold.End]))));

    private static string Source(string file) => File.ReadAllText(Path.Combine(Repository.Lectures, file));

    private static string Fold(string text) => Space().Replace(CueMark().Replace(text, " "), " ").Trim();

    [GeneratedRegex(@"\[[\d:]+ --> [\d:]+\]")]
    private static partial Regex CueMark();

    [GeneratedRegex(@"\s+")]
    private static partial Regex Space();
}
