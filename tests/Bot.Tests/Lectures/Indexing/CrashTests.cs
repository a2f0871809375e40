using Lectures.Indexing;
using Lucene.Net.Index;
using Lucene.Net.Store;

namespace Bot.Tests.Lectures.Indexing;

/// <summary>A run of indexing that ends at any byte leaves the last commit or the next one, whole, and the next run succeeds.</summary>
public class CrashTests
{
    private const int Points = 50;
    private const int Last = 25;

    [Theory]
    [InlineData(false, false)]
    [InlineData(false, true)]
    [InlineData(true, false)]
    [InlineData(true, true)]
    public async Task A_run_killed_at_any_byte_leaves_a_whole_library(bool isFirst, bool powerFailed)
    {
        using var rig = new IndexRig();
        var (start, old) = isFirst ? (new RAMDirectory(), null) : await GrowAsync(rig);
        Change(rig);
        var whole = DyingDirectory.Over(start, long.MaxValue);
        var next = await LecturesAfterAsync(rig, whole);

        var random = new Random(8);
        var points = Enumerable.Range(0, Points).Select(_ => random.NextInt64(whole.Used)).Concat(Enumerable.Range(0, Last).Select(i => whole.Used - Last + i));
        foreach (var point in points.Order())
        {
            var dying = DyingDirectory.Over(start, point);
            using var index = rig.Open(dying);

            // How the run ends is a process's own business that is killed; that it ends without an exception is the one rule.
            Assert.NotNull(await rig.RunAsync(index));

            var remains = dying.Remains(powerFailed);
            AssertWhole(rig, remains, point, old, next);
            Assert.Equal(next, await LecturesAfterAsync(rig, remains));
        }
    }

    [Fact]
    public async Task A_full_disk_is_said_in_a_sentence_and_the_same_process_answers_on()
    {
        using var rig = new IndexRig();
        var (start, old) = await GrowAsync(rig);
        Change(rig);
        using var index = rig.Open(DyingDirectory.Over(start, 4_000));
        index.Refresh();

        var failed = Assert.IsType<IndexOutcome.Failed>(await rig.RunAsync(index));

        Assert.Contains("free some space", failed.Reason, StringComparison.Ordinal);
        Assert.Equal(old, IndexContent.Lectures(index));
    }

    [Fact]
    public async Task A_process_killed_while_it_indexes_leaves_a_whole_library()
    {
        const int Kills = 8;
        using var rig = new IndexRig();
        WriteAll(rig, 0);
        await rig.IndexAsync();
        var (random, killed) = (new Random(4), 0);
        for (var kill = 1; kill <= Kills; kill++)
        {
            IReadOnlyList<string> old;
            using (var index = rig.Open())
            {
                old = IndexContent.Lectures(index);
            }

            WriteAll(rig, kill);
            var wasKilled = await KillAsync(rig, kill == 1 ? 1 : random.Next(0, 200_000));
            killed += wasKilled ? 1 : 0;

            using (var index = rig.Open())
            {
                var found = IndexContent.Lectures(index);
                Assert.True(found.SequenceEqual(old) || found.SequenceEqual(Written(kill)), $"kill {kill} (killed: {wasKilled}) left something else");
                Assert.IsType<IndexOutcome.InStep>(await rig.RunAsync(index));
                Assert.Equal(Written(kill), IndexContent.Lectures(index));
            }
        }

        TestContext.Current.TestOutputHelper?.WriteLine($"{killed} of {Kills} were killed while they wrote.");
        Assert.True(killed > 0);
    }

    /// <summary>Some commits, so that segments, deletions and merges are there to be broken.</summary>
    private static async Task<(RAMDirectory Storage, IReadOnlyList<string>? Lectures)> GrowAsync(IndexRig rig)
    {
        var storage = new RAMDirectory();
        using var index = rig.Open(storage);
        for (var i = 0; i < 12; i++)
        {
            rig.Write($"{i:00}.txt", IndexRig.Lecture(i, sentences: 3));
            rig.Write("00.txt", IndexRig.Lecture(100 + i, sentences: 2 + i % 3));
            Assert.IsType<IndexOutcome.InStep>(await rig.RunAsync(index));
        }

        return (Copy(storage), IndexContent.Lectures(index));
    }

    private static void Change(IndexRig rig)
    {
        for (var i = 3; i < 9; i++)
        {
            rig.Write($"{i:00}.txt", IndexRig.Lecture(200 + i, sentences: 6));
        }

        if (File.Exists(Path.Combine(rig.LecturesFolder, "02.txt")))
        {
            rig.Delete("02.txt");
        }

        rig.Write("new.txt", IndexRig.Lecture(300, sentences: 8));
    }

    private static void AssertWhole(IndexRig rig, RAMDirectory remains, long point, IReadOnlyList<string>? old, IReadOnlyList<string> next)
    {
        using var index = rig.Open(Copy(remains));
        using var lease = index.Lease();
        if (lease is null)
        {
            Assert.True(old is null, $"killed at {point}: nothing is left");
            return;
        }

        var found = IndexContent.Lectures(index);
        Assert.True(found.SequenceEqual(next) || (old is not null && found.SequenceEqual(old)), $"killed at {point}: neither the old library nor the new one");
        Assert.True(new CheckIndex(remains).DoCheckIndex().Clean, $"killed at {point}: the index is not clean");
    }

    private static async Task<IReadOnlyList<string>> LecturesAfterAsync(IndexRig rig, Lucene.Net.Store.Directory storage)
    {
        using var index = rig.Open(storage);
        Assert.IsType<IndexOutcome.InStep>(await rig.RunAsync(index));
        return IndexContent.Lectures(index);
    }

    /// <summary>An index closes its storage; the copy stays.</summary>
    private static RAMDirectory Copy(RAMDirectory files) => new(files, IOContext.DEFAULT);

    private static void WriteAll(IndexRig rig, int version)
    {
        for (var i = 0; i < 40; i++)
        {
            rig.Write($"{i:00}.txt", Text(i, version));
        }
    }

    private static string Text(int number, int version) => IndexRig.Lecture(number + 100 * version, sentences: 80);

    private static IEnumerable<string> Written(int version) => Enumerable.Range(0, 40).Select(i => $"{i:00}.txt: {Text(i, version)}");

    /// <summary>Kills the program once its index has grown by so many bytes, or lets it end.</summary>
    private static async Task<bool> KillAsync(IndexRig rig, long growth)
    {
        var limit = Bytes(rig) + growth;
        using var process = Terminal.Child.Start(["index"], rig.IndexFolder, new Dictionary<string, string>
        {
            ["Library__Lectures"] = rig.LecturesFolder,
            ["Library__Store"] = Path.GetDirectoryName(rig.IndexFolder) ?? "",
        });
        while (!process.WaitForExit(TimeSpan.FromMilliseconds(1)))
        {
            if (Bytes(rig) >= limit)
            {
                process.Kill();
                await process.WaitForExitAsync(TestContext.Current.CancellationToken);
                return true;
            }
        }

        return false;
    }

    private static long Bytes(IndexRig rig)
    {
        try
        {
            return new DirectoryInfo(rig.IndexFolder).EnumerateFiles().Sum(static file => file.Length);
        }
        catch (FileNotFoundException)
        {
            // Deleted between the listing and the look.
            return 0;
        }
    }
}
