namespace Bot.Tests.Quality;

public class ScorerTests
{
    private const string Source = "[00:01 --> 00:02] The city fell.\n[00:03 --> 00:04] It was in May. Nobody wept for it.";

    private static readonly QualityQuestion When = new("a", "When?", "words", ["It was in May."], [new Gold("x.txt", Source.IndexOf("It was", StringComparison.Ordinal), Source.IndexOf(" Nobody", StringComparison.Ordinal))]);

    private static readonly QualityQuestion Nothing = new("b", "What?", "far", [], []);

    [Fact]
    public void Half_of_a_gold_span_counts_as_shown_and_less_does_not()
    {
        var gold = When.Gold[0];

        Assert.Equal(1, ScoreOf(gold.Start + 7, gold.End, 0.5).ShownAt3);
        Assert.Equal(0, ScoreOf(gold.Start + 8, gold.End, 0.5).ShownAt3);
        Assert.Equal(0, ScoreOf(0, gold.Start, 0.5).ShownAt3);
    }

    [Fact]
    public void Words_are_verbatim_across_cue_marks_and_not_otherwise()
    {
        Assert.Equal(1, ScoreOf(18, Source.Length, 0.5, "The city fell. It was in May. Nobody wept for it.").Verbatim);
        Assert.Equal(0, ScoreOf(18, Source.Length, 0.5, "The city fell. It was in June. Nobody wept for it.").Verbatim);
    }

    [Fact]
    public void Confidence_is_judged_by_its_order()
    {
        Assert.Equal(1, ScoreOf(0, 20, 0.9).Auroc);
        Assert.Equal(0, ScoreOf(0, 20, 0.1).Auroc);
        Assert.Equal(0.5, ScoreOf(0, 20, 0.4).Auroc);
        Assert.Equal(0.75, Scorer.Auroc([0.2, 0.8], [0.1, 0.5]), 6);
    }

    private static Score ScoreOf(int start, int end, double confidence, string? text = null)
    {
        var hit = $$"""{"rank":1,"file":"x.txt","excerpt":{"text":{{System.Text.Json.JsonSerializer.Serialize(text ?? Source[start..end])}},"start":{{start}},"end":{{end}} } }""";
        string[] run =
        [
            $$"""{"id":"a","confidence":{{confidence.ToString(System.Globalization.CultureInfo.InvariantCulture)}},"hits":[{{hit}}]}""",
            """{"id":"b","confidence":0.4,"hits":[]}""",
        ];
        return new Scorer(static _ => Source).Of([When, Nothing], run);
    }
}
