using Lectures;
using Lectures.Indexing;
using Lectures.Passages;
using Lectures.Transcripts;
using Microsoft.Extensions.DependencyInjection;

namespace Bot.Tests.Lectures.Indexing;

public sealed class MetadataIndexingTests : IDisposable
{
    private readonly string folder = Directory.CreateTempSubdirectory("clio-").FullName;
    private readonly ServiceProvider services = new ServiceCollection().AddLogging().AddLectures().BuildServiceProvider();
    private readonly PassageIndex index;

    public MetadataIndexingTests() => index = new PassageIndex(Path.Combine(folder, "store"), new PassageOptions());

    public void Dispose()
    {
        index.Dispose();
        services.Dispose();
        Directory.Delete(folder, recursive: true);
    }

    [Fact]
    public async Task A_changed_series_file_has_the_transcripts_it_concerns_read_again_and_no_others()
    {
        Write("rome/one.txt", "Rome fell. Nobody noticed.");
        Write("rome/late/two.md", "# Two\n\nRavenna fell later.");
        Write("carthage/three.txt", "Carthage must be destroyed.");
        Assert.Equal(3, (await IndexAsync()).Added);

        Write("rome/series.yml", "series: The Fall of Rome\nspeaker: Ana Ribeiro\n");
        var report = await IndexAsync();

        Assert.Equal((2, 1), (report.Changed, report.Unchanged));
        Assert.Equal(("The Fall of Rome", "Ana Ribeiro"), (Lecture("rome/late/two.md").Series, Lecture("rome/late/two.md").Speaker));
        Assert.False((await IndexAsync()).ChangedAnything);

        File.Delete(Path.Combine(folder, "lectures", "rome", "series.yml"));

        Assert.Equal(2, (await IndexAsync()).Changed);
        Assert.Null(Lecture("rome/one.txt").Speaker);
    }

    [Fact]
    public async Task A_file_beside_a_transcript_concerns_it_alone()
    {
        Write("one.txt", "Rome fell. Nobody noticed.");
        Write("two.txt", "Ravenna fell later.");
        Write("one.yml", "title: The Fall\nlicense: CC BY 4.0\ndate: 2024-03-18\n");

        Assert.Equal(2, (await IndexAsync()).Added);
        Assert.Equal(("The Fall", "CC BY 4.0"), (Lecture("one.txt").Title, Lecture("one.txt").License));

        Write("one.yml", "title: The Long Fall\n");
        Assert.Equal(1, (await IndexAsync()).Changed);
        Assert.Equal("The Long Fall", Lecture("one.txt").Title);
    }

    [Fact]
    public async Task A_broken_metadata_file_is_reported_until_it_is_mended_and_its_transcripts_are_read()
    {
        Write("one.txt", "Rome fell. Nobody noticed.");
        Write("series.yml", "speaker: Ana Ribeiro\nseries: Rome: The Fall\n");

        var first = await IndexAsync();
        var second = await IndexAsync();

        Assert.Equal("Ana Ribeiro", Lecture("one.txt").Speaker);
        Assert.Equal(("series.yml", 2), (Assert.Single(first.Rejected).File, first.Rejected[0].Line));
        Assert.Equal(first.Rejected, second.Rejected);
        Assert.False(second.ChangedAnything);

        Write("series.yml", "speaker: Ana Ribeiro\nseries: \"Rome: The Fall\"\n");
        Assert.Empty((await IndexAsync()).Rejected);
    }

    [Fact]
    public async Task Front_matter_that_cannot_be_read_is_reported_and_the_words_are_indexed()
    {
        Write("one.md", "---\ntitle: Rome\ndate: one fine day\n---\nRome fell. Nobody noticed.");

        var report = await IndexAsync();

        Assert.Equal((1, 3), (report.Passages, Assert.Single(report.Rejected).Line));
    }

    [Fact]
    public async Task What_lies_in_the_folder_and_is_no_transcript_is_left_alone()
    {
        Write("README.md", "# About this folder");
        Write("page.html", "<h1>Rome</h1><p>Rome fell. Nobody noticed.</p>");
        Write("page_files/frame.html", "<p>An advertisement in a frame.</p>");
        Write("~$lecture.docx", "lock");
        Write("docker-compose.yml", "services: [::");

        var report = await IndexAsync();

        Assert.Equal((1, 0), (report.Added, report.Rejected.Count));
    }

    private void Write(string file, string text)
    {
        var path = Path.Combine(folder, "lectures", file);
        Directory.CreateDirectory(Path.GetDirectoryName(path)!);
        File.WriteAllText(path, text);
    }

    private async Task<IndexReport> IndexAsync()
    {
        var outcome = await services.GetRequiredService<PassageIndexer>()
            .IndexAsync(Path.Combine(folder, "lectures"), index, all: false, progress: null, TestContext.Current.CancellationToken);
        return Assert.IsType<IndexOutcome.InStep>(outcome).Report;
    }

    private Lecture Lecture(string file)
    {
        using var lease = index.Lease()!;
        var reader = lease.Searcher.IndexReader;
        var hits = lease.Searcher.Search(new Lucene.Net.Search.TermQuery(new Lucene.Net.Index.Term(IndexFields.LectureId, LectureId.ForFile(file).Value)), 1);
        return LectureBlock.Read(reader, hits.ScoreDocs[0].Doc).Transcript.Lecture;
    }
}
