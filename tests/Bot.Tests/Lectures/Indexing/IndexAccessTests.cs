using Lectures.Indexing;
using Lectures.Passages;
using Lucene.Net.Analysis.Core;
using Lucene.Net.Index;
using Lucene.Net.Util;

namespace Bot.Tests.Lectures.Indexing;

/// <summary>Several hands on one index, and folders that cannot be used.</summary>
public class IndexAccessTests
{
    [Fact]
    public async Task A_second_writer_is_told_that_the_index_is_busy_and_readers_go_on()
    {
        using var rig = PassageIndexerTests.Three();
        await rig.IndexAsync();
        rig.Write("d.txt", IndexRig.Lecture(4));
        using var index = rig.Open();
        using var other = rig.Open();
        using (index.Write(new IndexWriterConfig(LuceneVersion.LUCENE_48, new KeywordAnalyzer())))
        {
            Assert.IsType<IndexOutcome.Busy>(await rig.RunAsync(other));
            Assert.Equal(3, IndexContent.Lectures(other).Count);
        }

        Assert.IsType<IndexOutcome.InStep>(await rig.RunAsync(other));
        Assert.Equal(4, IndexContent.Lectures(other).Count);
    }

    [Fact]
    public async Task What_is_known_of_two_indexes_together_is_kept_until_one_of_them_changes()
    {
        using var shared = PassageIndexerTests.Three();
        using var own = PassageIndexerTests.Three();
        using var one = shared.Open();
        using var other = own.Open();
        await shared.RunAsync(one);
        await own.RunAsync(other);
        IndexLease Both() => IndexLease.Together(one.Lease(), other.Lease()) ?? throw new InvalidOperationException("Neither was indexed.");
        using var first = Both();
        using var second = Both();
        shared.Write("d.txt", IndexRig.Lecture(4));
        await shared.RunAsync(one);
        using var changed = Both();

        Assert.Same(first.State, second.State);
        Assert.Same(first.Vocabulary, second.Vocabulary);
        Assert.Same(first.Catalog, second.Catalog);
        Assert.NotSame(first.State, changed.State);
        Assert.Equal(7, changed.Catalog.Lectures.Count);
    }

    [Fact]
    public async Task A_reader_beside_a_running_writer_sees_the_last_commit_and_keeps_what_it_leased()
    {
        using var rig = PassageIndexerTests.Three();
        await rig.IndexAsync();
        rig.Write("a.txt", IndexRig.Lecture(40));
        rig.Delete("b.txt");
        using var writing = rig.Open();
        using var beside = rig.Open();
        using var before = beside.Lease();
        var seen = new List<int>();

        await rig.RunAsync(writing, progress: new Reports(_ =>
        {
            beside.Refresh();
            seen.Add(IndexContent.Lectures(beside).Count);
        }));

        Assert.All(seen, static count => Assert.Equal(3, count));
        Assert.Equal(3, before?.LectureCount);
        Assert.Equal(3, before?.Catalog.Lectures.Count);
        beside.Refresh();
        Assert.Equal(2, IndexContent.Lectures(beside).Count);
    }

    [Fact]
    public async Task Many_readers_and_a_writer_side_by_side_never_see_half_a_library()
    {
        using var rig = PassageIndexerTests.Three();
        await rig.IndexAsync();
        using var index = rig.Open();
        using var done = new CancellationTokenSource();
        var readers = Enumerable.Range(0, 3).Select(_ => Task.Run(() =>
        {
            var looks = 0;
            for (; !done.IsCancellationRequested || looks == 0; looks++)
            {
                Assert.Equal(3, IndexContent.Lectures(index).Count);
            }

            return looks;
        }, TestContext.Current.CancellationToken)).ToList();

        for (var i = 0; i < 10; i++)
        {
            rig.Write("a.txt", IndexRig.Lecture(60 + i, sentences: 10 + i));
            Assert.IsType<IndexOutcome.InStep>(await rig.RunAsync(index));
        }

        await done.CancelAsync();
        await Task.WhenAll(readers);
    }

    [Fact]
    public async Task A_missing_lectures_folder_is_named()
    {
        using var rig = new IndexRig();
        using var index = rig.Open();

        var failed = Assert.IsType<IndexOutcome.Failed>(await rig.RunAsync(index));

        Assert.Contains($"“{rig.LecturesFolder}” does not exist", failed.Reason, StringComparison.Ordinal);
    }

    [Fact]
    public async Task An_empty_lectures_folder_does_not_empty_the_index()
    {
        using var rig = PassageIndexerTests.Three();
        await rig.IndexAsync();
        rig.Delete("a.txt");
        rig.Delete("b.txt");
        rig.Delete("c.txt");
        using var index = rig.Open();

        var failed = Assert.IsType<IndexOutcome.Failed>(await rig.RunAsync(index));

        Assert.Contains("holds no transcripts", failed.Reason, StringComparison.Ordinal);
        Assert.Contains("The index keeps its 3 lectures", failed.Reason, StringComparison.Ordinal);
        Assert.Equal(3, IndexContent.Lectures(index).Count);
    }

    [Fact]
    public async Task An_index_folder_that_cannot_be_made_is_named()
    {
        using var rig = PassageIndexerTests.Three();
        var blocked = Path.Combine(rig.LecturesFolder, "a.txt", "store");
        using var index = new PassageIndex(blocked, new PassageOptions());

        var failed = Assert.IsType<IndexOutcome.Failed>(await rig.RunAsync(index));

        Assert.Contains($"“{blocked}” could not be written", failed.Reason, StringComparison.Ordinal);
        Assert.Null(index.Lease());
    }

    [Fact]
    public async Task An_unwritable_index_folder_is_named_and_its_index_stays_readable()
    {
        using var rig = PassageIndexerTests.Three();
        await rig.IndexAsync();
        rig.Write("d.txt", IndexRig.Lecture(4));
        using var index = rig.Open();
        using (Mounts.ReadOnly(rig.IndexFolder))
        {
            var failed = Assert.IsType<IndexOutcome.Failed>(await rig.RunAsync(index));

            Assert.Contains("could not be written", failed.Reason, StringComparison.Ordinal);
            Assert.Equal(3, IndexContent.Lectures(index).Count);
        }

        Assert.IsType<IndexOutcome.InStep>(await rig.RunAsync(index));
        Assert.Equal(4, IndexContent.Lectures(index).Count);
    }

    [Theory]
    [InlineData("segments_*")]
    [InlineData("_*.cfs")]
    [InlineData("_*.si")]
    public async Task A_damaged_index_is_made_anew(string damaged)
    {
        using var rig = PassageIndexerTests.Three();
        await rig.IndexAsync();
        foreach (var file in Directory.GetFiles(rig.IndexFolder, damaged))
        {
            File.WriteAllBytes(file, File.ReadAllBytes(file)[..20]);
        }

        using var index = rig.Open();
        Assert.Null(index.Lease());

        var outcome = await rig.RunAsync(index);

        Assert.IsType<IndexOutcome.InStep>(outcome);
        Assert.Equal(3, IndexContent.Lectures(index).Count);
    }
}
