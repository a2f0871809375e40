using System.Text.Json;

namespace Bot.Tests.Terminal;

public sealed class EvalTests : IDisposable
{
    private const string Lecture = "The founding of the city is an event wrapped in myth. Romulus drew the furrow in 753 B.C. Remus leapt over the wall and died.\nThe Gauls burned it in 390 B.C. and left with the gold.\n";

    private readonly TerminalRig rig = new();

    public EvalTests() => rig.Write("set/rome.txt", "\uFEFF" + Lecture.ReplaceLineEndings("\r\n"));

    public void Dispose() => rig.Dispose();

    [Fact]
    public async Task Every_question_gives_a_line_whose_offsets_are_those_of_the_file()
    {
        rig.Write("questions.jsonl", "{\"id\":\"a\",\"question\":\"Who drew the furrow?\",\"gold\":[]}\n\n{\"id\":\"b\",\"question\":\"?\"}\n{\"question\":\"zzyzx quux\",\"id\":\"c\"}\n");

        var outcome = await EvalAsync();

        Assert.Equal(0, outcome.Code);
        var runs = (await File.ReadAllLinesAsync(rig.File("out/run.jsonl"), TestContext.Current.CancellationToken)).Select(static line => JsonDocument.Parse(line).RootElement).ToList();
        Assert.Equal(["a", "b", "c"], runs.Select(static run => run.GetProperty("id").GetString()));
        Assert.All(runs, static run => Assert.True(run.TryGetProperty("answered", out _) && run.TryGetProperty("confidence", out _) && run.GetProperty("ms").GetDouble() >= 0));
        Assert.False(runs[1].GetProperty("answered").GetBoolean());
        var source = "\uFEFF" + Lecture.ReplaceLineEndings("\r\n");
        var hits = runs[0].GetProperty("hits").EnumerateArray().ToList();
        Assert.NotEmpty(hits);
        Assert.All(hits, hit =>
        {
            var (excerpt, highlight) = (hit.GetProperty("excerpt"), hit.GetProperty("highlight"));
            Assert.Equal("rome.txt", hit.GetProperty("file").GetString());
            Assert.Equal(Fold(excerpt.GetProperty("text").GetString()!), Fold(Slice(source, excerpt)));
            Assert.Contains(Slice(source, highlight), Slice(source, excerpt), StringComparison.Ordinal);
            Assert.Contains(Slice(source, excerpt), Slice(source, hit), StringComparison.Ordinal);
        });
        Assert.Contains("Romulus", Slice(source, hits[0].GetProperty("highlight")), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Only_the_named_lectures_are_searched_and_the_library_keeps_its_index()
    {
        rig.Write("index/lectures/other.txt", "Nobody but Numa reigned in peace. The temple of Janus stayed shut for him alone.\n");
        rig.Write("questions.jsonl", "{\"id\":\"a\",\"question\":\"Who reigned in peace, Numa?\"}\n");
        await rig.RunAsync("index");

        await EvalAsync();

        Assert.DoesNotContain("other.txt", await File.ReadAllTextAsync(rig.File("out/run.jsonl"), TestContext.Current.CancellationToken), StringComparison.Ordinal);
        Assert.Equal(0, (await rig.RunAsync("ask", "Who reigned in peace, Numa?")).Code);
    }

    [Theory]
    [InlineData("", "It holds no questions.")]
    [InlineData("{\"id\":\"a\",\"question\":\"x\"}\nnot json\n", "Line 2 is no JSON object")]
    [InlineData("{\"id\":1,\"question\":\"x\"}\n", "Line 1 is no JSON object")]
    [InlineData("[]\n", "Line 1 is no JSON object")]
    [InlineData("{\"id\":\"a\",\"question\":\"x\"}\n{\"id\":\"a\",\"question\":\"y\"}\n", "Line 2 repeats the id “a”")]
    public async Task A_question_file_that_cannot_be_used_is_refused_with_its_lines(string questions, string words)
    {
        rig.Write("questions.jsonl", questions);

        (await EvalAsync()).AssertError(words);
        Assert.False(File.Exists(rig.File("out/run.jsonl")));
    }

    [Fact]
    public async Task A_missing_question_file_is_named() => (await EvalAsync()).AssertError("does not exist");

    [Fact]
    public async Task A_run_that_cannot_be_written_is_named()
    {
        rig.Write("questions.jsonl", "{\"id\":\"a\",\"question\":\"Who drew the furrow?\"}\n");
        rig.Write("out", "a file where a folder is needed");

        var outcome = await EvalAsync();

        Assert.Equal(1, outcome.Code);
        Assert.Contains("cannot be written", outcome.Errors, StringComparison.Ordinal);
        outcome.AssertNoTrace();
    }

    [Fact]
    public async Task A_missing_or_empty_lectures_folder_is_named()
    {
        rig.Write("questions.jsonl", "{\"id\":\"a\",\"question\":\"Who drew the furrow?\"}\n");
        Directory.CreateDirectory(rig.File("empty"));

        (await rig.RunAsync("eval", "--lectures", rig.File("none"), "--questions", rig.File("questions.jsonl"), "--out", rig.File("run.jsonl"))).AssertError("does not exist");
        (await rig.RunAsync("eval", "--lectures", rig.File("empty"), "--questions", rig.File("questions.jsonl"), "--out", rig.File("run.jsonl"))).AssertError("holds no transcripts");
    }

    [Fact]
    public async Task The_temporary_index_goes_and_a_named_one_stays()
    {
        rig.Write("questions.jsonl", "{\"id\":\"a\",\"question\":\"Who drew the furrow?\"}\n");
        Directory.CreateDirectory(rig.File("tmp"));
        string[] arguments = ["eval", "--lectures", rig.File("set"), "--questions", rig.File("questions.jsonl"), "--out", rig.File("run.jsonl")];

        var first = await Child.RunAsync(arguments, rig.Home, environment: new Dictionary<string, string> { ["TMPDIR"] = rig.File("tmp"), ["TMP"] = rig.File("tmp") });
        var second = await rig.RunAsync([.. arguments, "--index", rig.File("kept")]);

        Assert.Equal((0, 0), (first.Code, second.Code));
        Assert.DoesNotContain(Directory.EnumerateDirectories(rig.File("tmp")), static folder => folder.Contains("clio", StringComparison.Ordinal));
        Assert.NotEmpty(Directory.EnumerateFiles(rig.File("kept"), "segments_*", SearchOption.AllDirectories));
        Assert.Equal("", (await rig.RunAsync([.. arguments, "--index", rig.File("kept")])).Errors);
    }

    private Task<Outcome> EvalAsync() =>
        rig.RunAsync("eval", "--lectures", rig.File("set"), "--questions", rig.File("questions.jsonl"), "--out", rig.File("out/run.jsonl"));

    private static string Slice(string source, JsonElement span) => source[span.GetProperty("start").GetInt32()..span.GetProperty("end").GetInt32()];

    private static string Fold(string text) => string.Join(' ', text.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));
}
