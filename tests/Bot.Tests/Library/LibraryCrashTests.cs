using System.Text.RegularExpressions;
using Bot.Library;
using Bot.Storage;
using Bot.Tests.Terminal;
using Lectures.Answers;

namespace Bot.Tests.Library;

/// <summary>
/// The process is killed at random moments while it adds, removes, restores and reindexes between questions. Whatever it had acknowledged is
/// there, nothing is half there, and the next start needs nobody's help. The long form:
/// CLIO_CRASHES=300 CLIO_SEED=1 dotnet run -c Release --project tests/Bot.Tests -- -class "*LibraryCrashTests"
/// </summary>
public sealed partial class LibraryCrashTests : IDisposable
{
    private const int Lectures = 8;
    private const int Operations = 60;

    private readonly TerminalRig home = new();

    public void Dispose() => home.Dispose();

    [Fact]
    public async Task Killed_at_any_moment_the_store_and_the_index_agree_after_the_next_start()
    {
        var kills = LongRun.Rounds("CLIO_CRASHES", 4);
        var random = new Random(LongRun.Rounds("CLIO_SEED", 300));
        home.Write("index/lectures/shared.txt", "The bishop of Tarn counted his sheep every winter and wrote the number down.\n");
        var state = new SortedDictionary<int, int>();
        var (last, version, killed) = (new Dictionary<int, int>(), 0, 0);
        for (var kill = 0; killed < kills; kill++)
        {
            Assert.True(kill < 2 * kills, $"only {killed} of {kill} processes were killed at work");
            var (lines, states) = Plan(random, state, last, ref version);
            var (wasKilled, acknowledged) = await RunAsync(lines, TimeSpan.FromMilliseconds(random.Next(0, 900)));
            killed += wasKilled ? 1 : 0;
            var found = await FoundAsync();
            var reached = Enumerable.Range(acknowledged, Math.Min(2, states.Count - acknowledged)).Where(at => Text(states[at].Present) == Text(found)).Cast<int?>().FirstOrDefault();
            Assert.True(reached is not null, $"kill {kill}: after {acknowledged} acknowledged operations {Text(states[acknowledged].Present)} was expected, and {Text(found)} found");
            (state, last) = (states[reached.Value].Present, states[reached.Value].Last);
        }
    }

    /// <summary>Commands that all succeed one after the other, and what is published after each.</summary>
    private (List<string> Lines, List<State> States) Plan(Random random, SortedDictionary<int, int> start, Dictionary<int, int> lastSeen, ref int version)
    {
        var (lines, states, present, last) = (new List<string>(), new List<State>(), new SortedDictionary<int, int>(start), new Dictionary<int, int>(lastSeen));
        states.Add(new State(new(present), new(last)));
        for (var i = 0; i < Operations; i++)
        {
            var lecture = random.Next(Lectures);
            switch (random.Next(10))
            {
                case < 5:
                    version++;
                    var file = home.Write($"uploads/{version}.txt", $"In the days of lecture{lecture} the word zeta{version}q was spoken by the queen of Marlow. Nobody wrote zeta{version}q down.\n");
                    lines.Add($"/library add \"{file}\" --title \"Lecture {lecture}\"");
                    present[lecture] = last[lecture] = version;
                    break;
                case < 7 when present.ContainsKey(lecture):
                    lines.Add($"/library remove \"Lecture {lecture}\"");
                    present.Remove(lecture);
                    break;
                case < 9 when !present.ContainsKey(lecture) && last.TryGetValue(lecture, out var was):
                    lines.Add($"/library restore \"Lecture {lecture}\"");
                    present[lecture] = was;
                    break;
                default:
                    lines.Add("/reindex --all");
                    break;
            }

            states.Add(new State(new(present), new(last)));
            lines.Add($"Who spoke the word zeta{version}q?");
        }

        return (lines, states);
    }

    private async Task<(bool WasKilled, int Acknowledged)> RunAsync(List<string> lines, TimeSpan delay)
    {
        using var process = Child.Start([], home.Home);
        var output = process.StandardOutput;
        var errors = process.StandardError.ReadToEndAsync(TestContext.Current.CancellationToken);
        try
        {
            await process.StandardInput.WriteAsync(string.Join('\n', lines) + "\n");
            process.StandardInput.Close();
        }
        catch (IOException)
        {
            // It was faster than its input.
        }

        // From the first line on it is at work.
        var text = await output.ReadLineAsync(TestContext.Current.CancellationToken) + "\n";
        var rest = output.ReadToEndAsync(TestContext.Current.CancellationToken);
        await Task.WhenAny(Task.Delay(delay, TestContext.Current.CancellationToken), process.WaitForExitAsync(TestContext.Current.CancellationToken));
        var isAtWork = !process.HasExited;
        if (isAtWork)
        {
            process.Kill();
        }

        await process.WaitForExitAsync(TestContext.Current.CancellationToken);
        text += await rest;
        Assert.DoesNotContain("Exception", await errors, StringComparison.Ordinal);
        return (isAtWork, Acknowledgement().Count(text));
    }

    /// <summary>What a restart finds published: each lecture by a word that only this version has.</summary>
    private async Task<SortedDictionary<int, int>> FoundAsync()
    {
        using var rig = new LibraryRig(home.Home);
        Assert.Equal(0, await rig.Get<ServerIndexes>().HealAllAsync(LibraryRig.Stop));
        var published = rig.Get<LectureStore>().Published(ServerId.Local);
        var found = new SortedDictionary<int, int>();
        using var lease = rig.Get<ServerLibraries>().Lease(ServerId.Local);
        foreach (var one in published)
        {
            var version = int.Parse(one.Version.FileName[..^4], System.Globalization.CultureInfo.InvariantCulture);
            found[int.Parse(one.Version.Understood.Title["Lecture ".Length..], System.Globalization.CultureInfo.InvariantCulture)] = version;
            var answer = rig.Get<Answerer>().Ask(lease!, $"zeta{version}q", 1);
            var excerpt = answer is Answer.Found answered ? answered.Excerpts[0] : Assert.IsType<Answer.NotFound>(answer).Closest[0];
            Assert.Equal(one.Lecture.Id, excerpt.Passage.Transcript.Lecture.Id.Value);
            Assert.Contains($"zeta{version}q", excerpt.Text, StringComparison.Ordinal);
        }

        Assert.Equal(published.Count, lease is null ? 0 : lease.LectureCount - SharedCount(rig));
        return found;
    }

    private static int SharedCount(LibraryRig rig)
    {
        using var shared = rig.Get<SharedLibrary>().Lease();
        return shared?.LectureCount ?? 0;
    }

    private static string Text(SortedDictionary<int, int> state) => string.Join(' ', state.Select(static one => $"{one.Key}={one.Value}"));

    private sealed record State(SortedDictionary<int, int> Present, Dictionary<int, int> Last);

    [GeneratedRegex("^(Published:|Removed:|Restored:|Done:)", RegexOptions.Multiline)]
    private static partial Regex Acknowledgement();
}
