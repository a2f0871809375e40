using Lectures.Indexing;
using Lectures.Passages;

namespace Bot.Tests.Lectures.Indexing;

public class PassageIndexerTests
{
    private static readonly PassageOptions Longer = new() { TargetWords = 200 };

    [Fact]
    public async Task The_first_run_adds_everything_and_the_second_has_nothing_to_do()
    {
        using var rig = Three();

        var first = await rig.IndexAsync();
        var commit = Commit(rig);
        var second = await rig.IndexAsync();

        Assert.Equal((3, 0, 0, 0), Counts(first));
        Assert.Equal((0, 0, 0, 3), Counts(second));
        Assert.True(first.ChangedAnything);
        Assert.False(second.ChangedAnything);
        Assert.Equal((first.Passages, first.Words), (second.Passages, second.Words));
        Assert.Equal(commit, Commit(rig));
    }

    [Fact]
    public async Task Added_changed_and_removed_files_are_counted_and_nothing_else_is_read()
    {
        using var rig = Three();
        await rig.IndexAsync();
        rig.Write("d.txt", IndexRig.Lecture(4));
        rig.Write("b.txt", IndexRig.Lecture(20, sentences: 14));
        rig.Delete("c.txt");
        var read = new Reports();
        using var index = rig.Open();

        var report = Assert.IsType<IndexOutcome.InStep>(await rig.RunAsync(index, progress: read)).Report;

        Assert.Equal((1, 1, 1, 1), Counts(report));
        Assert.Equal(2, read.All[^1].Files);
        Assert.Equal(
            [$"a.txt: {IndexRig.Lecture(1)}", $"b.txt: {IndexRig.Lecture(20, sentences: 14)}", $"d.txt: {IndexRig.Lecture(4)}"], IndexContent.Lectures(index));
    }

    [Fact]
    public async Task A_touched_file_is_told_by_its_content_and_remembered()
    {
        using var rig = Three();
        await rig.IndexAsync();
        rig.Touch("a.txt");

        var report = await rig.IndexAsync();
        var commit = Commit(rig);
        await rig.IndexAsync();

        Assert.Equal((0, 0, 0, 3), Counts(report));
        Assert.False(report.ChangedAnything);
        Assert.Equal(commit, Commit(rig));
    }

    [Fact]
    public async Task A_changed_file_of_the_same_length_is_read_again()
    {
        using var rig = Three();
        await rig.IndexAsync();
        rig.Write("a.txt", IndexRig.Lecture(1).Replace("king", "wolf", StringComparison.Ordinal));
        rig.Touch("a.txt");

        Assert.Equal((0, 1, 0, 2), Counts(await rig.IndexAsync()));
    }

    [Fact]
    public async Task A_broken_file_is_reported_with_its_line_and_its_last_good_version_stays()
    {
        using var rig = Three();
        await rig.IndexAsync();
        rig.Write("b.txt", [.. "One line.\nCaf"u8, 0xE9, 0x81, .. "\n"u8]);

        var report = await rig.IndexAsync();
        var again = await rig.IndexAsync();

        var rejected = Assert.Single(report.Rejected);
        Assert.Equal(("b.txt", 2), (rejected.File, rejected.Line));
        Assert.Equal(report.Rejected, again.Rejected);
        Assert.Equal((0, 0, 0, 2), Counts(report));
        using var index = rig.Open();
        Assert.Contains($"b.txt: {IndexRig.Lecture(2)}", IndexContent.Lectures(index));

        rig.Write("b.txt", IndexRig.Lecture(22));
        var mended = await rig.IndexAsync();
        Assert.Empty(mended.Rejected);
        index.Refresh();
        Assert.Contains($"b.txt: {IndexRig.Lecture(22)}", IndexContent.Lectures(index));
    }

    [Fact]
    public async Task The_last_good_version_of_a_broken_file_goes_with_its_file()
    {
        using var rig = Three();
        await rig.IndexAsync();
        rig.Write("b.txt", "");
        await rig.IndexAsync();
        rig.Delete("b.txt");

        var report = await rig.IndexAsync();

        Assert.Equal((0, 0, 1, 2), Counts(report));
        Assert.Empty(report.Rejected);
    }

    [Fact]
    public async Task Another_format_rebuilds_everything_and_keeps_the_last_good_version_of_a_broken_file()
    {
        using var rig = Three();
        rig.Write("b.txt", IndexRig.Lecture(2, sentences: 60));
        var first = await rig.IndexAsync();
        rig.Write("b.txt", "");

        var rebuilt = await rig.IndexAsync(Longer);

        Assert.NotNull(rebuilt.RebuiltFrom);
        Assert.Equal("b.txt", Assert.Single(rebuilt.Rejected).File);
        Assert.InRange(rebuilt.Passages, 1, first.Passages - 1);
        using var index = rig.Open(Longer);
        Assert.Contains($"b.txt: {IndexRig.Lecture(2, sentences: 60)}", IndexContent.Lectures(index));

        // The rebuild is over; the format is the index's own now.
        Assert.Null((await rig.IndexAsync(Longer)).RebuiltFrom);
    }

    [Fact]
    public async Task An_index_of_another_format_is_not_leased()
    {
        using var rig = Three();
        await rig.IndexAsync();
        using var index = rig.Open(Longer);

        Assert.Null(index.Lease());
    }

    [Fact]
    public async Task Everything_is_read_again_on_demand()
    {
        using var rig = Three();
        await rig.IndexAsync();

        Assert.Equal((0, 3, 0, 0), Counts(await rig.IndexAsync(all: true)));
    }

    [Fact]
    public async Task A_library_gives_the_same_index_document_by_document_however_often_it_is_made()
    {
        using var one = new IndexRig();
        using var other = new IndexRig();
        foreach (var rig in new[] { one, other })
        {
            foreach (var i in Enumerable.Range(0, 30).OrderBy(i => i * 17 % 31 * (rig == one ? 1 : -1)))
            {
                rig.Write($"{i % 3}/{i}.txt", IndexRig.Lecture(i, sentences: 4 + i));
            }

            await rig.IndexAsync();
        }

        using var first = one.Open();
        using var second = other.Open();
        Assert.Equal(IndexContent.Documents(first), IndexContent.Documents(second));
    }

    [Fact]
    public async Task A_stopped_run_leaves_the_index_as_it_was()
    {
        using var rig = Three();
        await rig.IndexAsync();
        rig.Write("a.txt", IndexRig.Lecture(50));
        rig.Write("b.txt", IndexRig.Lecture(51));
        using var stop = new CancellationTokenSource();
        using var index = rig.Open();

        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => rig.RunAsync(index, progress: new Reports(_ => stop.Cancel()), cancellation: stop.Token));

        Assert.Contains($"a.txt: {IndexRig.Lecture(1)}", IndexContent.Lectures(index));
        Assert.Equal((0, 2, 0, 1), Counts(await rig.IndexAsync()));
    }

    internal static IndexRig Three()
    {
        var rig = new IndexRig();
        rig.Write("a.txt", IndexRig.Lecture(1));
        rig.Write("b.txt", IndexRig.Lecture(2));
        rig.Write("c.txt", IndexRig.Lecture(3));
        return rig;
    }

    private static (int Added, int Changed, int Removed, int Unchanged) Counts(IndexReport report) =>
        (report.Added, report.Changed, report.Removed, report.Unchanged);

    private static string Commit(IndexRig rig) =>
        Directory.GetFiles(rig.IndexFolder, "segments_*").Select(Path.GetFileName).Order(StringComparer.Ordinal).Last() ?? "";
}
