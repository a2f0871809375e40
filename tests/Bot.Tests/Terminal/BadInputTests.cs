namespace Bot.Tests.Terminal;

/// <summary>Whatever lies in the lectures folder or the settings: a clear sentence, and nothing is lost.</summary>
public sealed class BadInputTests : IDisposable
{
    private const string Good = "Numa reigned in peace for forty-three years. The temple of Janus stayed shut for him alone.\n";
    private const string Question = "Who reigned in peace? Was it Numa?";

    private readonly TerminalRig rig = new();

    public void Dispose() => rig.Dispose();

    public static TheoryData<string, string> Bad => new()
    {
        { "empty", "The file is empty" },
        { "blank", "The file is empty" },
        { "binary", "line 1: The file is not text" },
        { "latin-1", "line 2: The text is not valid UTF-8" },
        { "huge", "The file has 200 MB" },
        { "metadata", "The file holds no spoken text" },
        { "times", "line 2: The times" },
    };

    [Theory]
    [MemberData(nameof(Bad))]
    public async Task A_folder_with_nothing_but_a_bad_file_is_refused_with_file_line_and_reason(string kind, string reason)
    {
        WriteBad(kind, "index/lectures/bad.txt");

        (await rig.RunAsync("ask", Question)).AssertError($"bad.txt{(reason.StartsWith("line", StringComparison.Ordinal) ? ", " : ": ")}{reason}");
        (await rig.RunAsync([], "Who?\n")).AssertError(reason);
        var index = await rig.RunAsync("index");
        Assert.Equal(1, index.Code);
        Assert.Contains(reason, index.Errors, StringComparison.Ordinal);
        var doctor = await rig.RunAsync("doctor");
        Assert.Equal(1, doctor.Code);
        Assert.Contains(reason, doctor.Output, StringComparison.Ordinal);
    }

    [Theory]
    [MemberData(nameof(Bad))]
    public async Task Beside_good_files_a_bad_one_is_reported_and_what_it_held_before_stays(string kind, string reason)
    {
        rig.Write("index/lectures/numa.txt", Good);
        rig.Write("index/lectures/other.txt", "Tullus went to war. He loved nothing else.\n");
        await rig.RunAsync("index");
        WriteBad(kind, "index/lectures/numa.txt");

        var index = await rig.RunAsync("index");
        var answer = await rig.RunAsync("ask", Question);

        Assert.Equal(0, index.Code);
        Assert.Contains(reason, index.Errors, StringComparison.Ordinal);
        Assert.Contains("1 rejected", index.Output, StringComparison.Ordinal);
        Assert.Equal(0, answer.Code);
        Assert.Contains("Numa reigned in peace", answer.Output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Missing_and_empty_folders_are_named()
    {
        (await rig.RunAsync("ask", Question, "--lectures", rig.File("none"))).AssertError("none” does not exist");
        (await rig.RunAsync("index", "--lectures", rig.File("none"))).AssertError("none” does not exist");
        (await rig.RunAsync("ask", Question, "--lectures", rig.Write("file.txt", "x"))).AssertError("file.txt” does not exist");
        (await rig.RunAsync("ask", Question)).AssertError("holds no transcripts");
        (await rig.RunAsync("index")).AssertError("holds no transcripts");
    }

    [Fact]
    public async Task An_emptied_folder_does_not_empty_the_index()
    {
        var file = rig.Write("index/lectures/numa.txt", Good);
        await rig.RunAsync("index");
        File.Delete(file);

        var answer = await rig.RunAsync("ask", Question);

        Assert.Equal(0, answer.Code);
        Assert.Contains("This is answered from the last commit.", answer.Errors, StringComparison.Ordinal);
        Assert.Contains("Numa reigned in peace", answer.Output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task An_index_folder_that_cannot_be_written_is_named()
    {
        rig.Write("index/lectures/numa.txt", Good);
        rig.Write("index/store", "a file where the folder should be");

        (await rig.RunAsync("ask", Question)).AssertError("could not be written");
        (await rig.RunAsync("index")).AssertError("could not be written");
        Assert.Contains("cannot be written", (await rig.RunAsync("doctor")).Output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_damaged_index_is_made_anew()
    {
        rig.Write("index/lectures/numa.txt", Good);
        await rig.RunAsync("index");
        foreach (var file in Directory.GetFiles(rig.IndexFolder))
        {
            await File.WriteAllTextAsync(file, "garbage", TestContext.Current.CancellationToken);
        }

        var answer = await rig.RunAsync("ask", Question);

        Assert.Equal(0, answer.Code);
        answer.AssertNoTrace();
    }

    [Theory]
    [InlineData("{ \"Passages\": { \"TargetWords\": 7 } }", "TargetWords")]
    [InlineData("{ \"Answers\": { \"Threshold\": 2 } }", "Threshold")]
    [InlineData("{ \"Library\": { \"Lectures\": \"\" } }", "Lectures")]
    [InlineData("{ \"Passages\": { \"TargetWords\": \"many\" } }", "appsettings.json")]
    [InlineData("{ not json", "appsettings.json")]
    public async Task Settings_that_cannot_be_used_are_refused_in_a_sentence(string json, string words)
    {
        rig.WriteSettings(json);

        var outcome = await rig.RunAsync("ask", Question);

        Assert.Equal((1, ""), (outcome.Code, outcome.Output));
        Assert.Contains(words, outcome.Errors, StringComparison.Ordinal);
        outcome.AssertNoTrace();
    }

    [Theory]
    [InlineData("ask")]
    [InlineData("dance")]
    [InlineData("index", "--lectures", "")]
    [InlineData("index", "--lectures", "  ")]
    [InlineData("eval", "--lectures", "x")]
    [InlineData("eval", "--questions", "", "--out", "", "--index", "")]
    public async Task Arguments_that_cannot_be_used_end_with_1(params string[] arguments)
    {
        var outcome = await rig.RunAsync(arguments);

        Assert.Equal(1, outcome.Code);
        Assert.NotEqual("", outcome.Errors);
        outcome.AssertNoTrace();
    }

    [Fact]
    public async Task A_stopped_command_says_so()
    {
        rig.Write("index/lectures/numa.txt", Good);
        using var stopped = new CancellationTokenSource();
        await stopped.CancelAsync();

        var outcome = await rig.RunAsync(["index"], "", cancellation: stopped.Token);

        outcome.AssertError("Stopped.");
    }

    private void WriteBad(string kind, string file)
    {
        if (kind == "huge")
        {
            using var sparse = File.Create(rig.Write(file, ""));
            sparse.SetLength(200_000_000);
            return;
        }

        rig.Write(file, kind switch
        {
            "empty" => [],
            "blank" => " \r\n\t\n"u8.ToArray(),
            "binary" => [0x7F, 0x45, 0x4C, 0x46, 0, 1, 2, 0, 255, 254, 10, 0],
            "latin-1" => [.. "One line.\nCaf"u8, 0xE9, .. ".\n"u8],
            "metadata" => "By Jane Doe, Ph.D., Some University\nLearn more about nothing.\n"u8.ToArray(),
            "times" => "[00:01 --> 00:02] One.\n[00:03 --> 0x:05] Two.\n"u8.ToArray(),
            _ => throw new ArgumentOutOfRangeException(nameof(kind)),
        });
    }
}
