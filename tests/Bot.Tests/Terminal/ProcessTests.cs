using System.Diagnostics;

namespace Bot.Tests.Terminal;

/// <summary>The program as scripts see it: exit codes, pipes, and two processes on one library.</summary>
public sealed class ProcessTests : IDisposable
{
    private readonly TerminalRig rig = new();

    public ProcessTests()
    {
        rig.Write("index/lectures/one.txt", "Numa reigned in peace for forty-three years. The temple of Janus stayed shut for him alone.\n");
        rig.Write("index/lectures/two.txt", "Tullus went to war. He loved nothing else.\n");
    }

    public void Dispose() => rig.Dispose();

    [Fact]
    public async Task Exit_codes_are_0_answered_2_not_found_1_error()
    {
        var answered = await Child.RunAsync(["ask", "Who reigned in peace? Was it Numa?"], rig.Home);
        var notFound = await Child.RunAsync(["ask", "Which transistor amplifies a photon?"], rig.Home);
        var refused = await Child.RunAsync(["ask", "?"], rig.Home);
        var chat = await Child.RunAsync([], rig.Home, "Who reigned in peace? Was it Numa?\n");

        Assert.Equal((0, 2, 1, 0), (answered.Code, notFound.Code, refused.Code, chat.Code));
        Assert.Contains("**Numa reigned in peace for forty-three years.**", answered.Output, StringComparison.Ordinal);
        Assert.DoesNotContain('\e', answered.Output + chat.Output);
        refused.AssertError("no word");
        Assert.Contains("> Who reigned in peace? Was it Numa?", chat.Output, StringComparison.Ordinal);
        Assert.Equal("", chat.Errors);
    }

    [Fact]
    public async Task Beside_a_process_that_writes_a_question_is_answered_from_the_last_commit_and_index_says_to_wait()
    {
        await rig.RunAsync("index");
        rig.Write("index/lectures/three.txt", "Ancus built a bridge. It was of wood.\n");
        using var index = new global::Lectures.Indexing.PassageIndex(rig.IndexFolder, new global::Lectures.Passages.PassageOptions());
        using var writer = index.Write(new Lucene.Net.Index.IndexWriterConfig(Lucene.Net.Util.LuceneVersion.LUCENE_48, new Lucene.Net.Analysis.Core.KeywordAnalyzer()));

        var answer = await Child.RunAsync(["ask", "Who reigned in peace? Was it Numa?"], rig.Home);
        var second = await Child.RunAsync(["index"], rig.Home);

        Assert.Equal((0, 1), (answer.Code, second.Code));
        Assert.Contains("answered from the last commit", answer.Errors, StringComparison.Ordinal);
        second.AssertError("Another process is indexing this library.");
    }

    [Fact]
    public async Task A_closed_pipe_behind_the_answer_is_no_crash()
    {
        await rig.RunAsync("index");
        using var process = Child.Start([], rig.Home);
        process.StandardOutput.Close();

        for (var i = 0; i < 50; i++)
        {
            try
            {
                await process.StandardInput.WriteLineAsync("Who reigned in peace? Was it Numa?".AsMemory(), TestContext.Current.CancellationToken);
            }
            catch (IOException)
            {
                break;
            }
        }

        CloseQuietly(process);
        var errors = await process.StandardError.ReadToEndAsync(TestContext.Current.CancellationToken);
        await process.WaitForExitAsync(TestContext.Current.CancellationToken);
        Assert.DoesNotContain("Exception", errors, StringComparison.Ordinal);
    }

    private static void CloseQuietly(Process process)
    {
        try
        {
            process.StandardInput.Close();
        }
        catch (IOException)
        {
            // The program has gone already.
        }
    }
}
