using System.Text;
using Lectures.Transcripts;
using Lectures.Transcripts.Metadata;

namespace Bot.Tests.Lectures.Transcripts.Metadata;

public sealed class MetadataReaderTests
{
    [Fact]
    public void All_that_is_known_of_a_lecture_is_read_under_the_names_people_use()
    {
        var read = Read("a.yml", "Title: \"Salt: A Lecture\"\nspeaker: [Ana, Tom]\nepisode: 012\ndate: 2024-03-18T09:00:00Z\nlink: https://a.example/1\nlicence: CC BY 4.0\ncourse: >\n  Tides of\n  Empire\nextra: {a: [1, 2]}\n");

        Assert.Null(read.Unread);
        Assert.Equal(
            new LectureDetails
            {
                Title = "Salt: A Lecture",
                Series = "Tides of Empire",
                Speaker = "Ana, Tom",
                Number = 12,
                Date = new DateOnly(2024, 3, 18),
                Url = new Uri("https://a.example/1"),
                License = "CC BY 4.0",
            },
            read.Details);
    }

    [Fact]
    public void In_series_yml_the_title_is_the_series_and_boilerplate_can_be_kept()
    {
        var read = Read("x/series.yml", "title: Tides of Empire\nkeep-boilerplate: true\nlicense: CC0\n");

        Assert.Equal(new LectureDetails { Series = "Tides of Empire", License = "CC0" }, read.Details);
        Assert.True(read.KeepBoilerplate);
    }

    [Theory]
    [InlineData("title: Good\ndate: sometime in spring\nspeaker: Ana\n", 2, "date")]
    [InlineData("title: Good\nspeaker: Ana\nkeep-boilerplate: perhaps\n", 3, "boilerplate")]
    [InlineData("title: Good\nspeaker: Ana\nurl: www.example.org\n", 3, "address")]
    [InlineData("title: Good\nspeaker: Ana\nnumber: twelve\n", 3, "number")]
    [InlineData("title: Good\nspeaker: Ana\nseries: Mao: The Early Years\n", 3, "quotes")]
    public void What_cannot_be_read_is_named_with_its_line_and_the_rest_counts(string yaml, int line, string named)
    {
        var read = Read("a.yml", yaml);

        Assert.Equal(("a.yml", line), (read.Unread?.File, read.Unread?.Line));
        Assert.Contains(named, read.Unread?.Reason, StringComparison.Ordinal);
        Assert.Equal(("Good", "Ana"), (read.Details.Title, read.Details.Speaker));
    }

    [Fact]
    public void Aliases_do_not_multiply_and_types_name_nothing()
    {
        var bomb = new StringBuilder("a0: &a0 [x, x]\n");
        for (var i = 1; i < 60; i++)
        {
            bomb.Append(System.Globalization.CultureInfo.InvariantCulture, $"a{i}: &a{i} [*a{i - 1}, *a{i - 1}, *a{i - 1}]\n");
        }

        var read = Read("a.yml", bomb + "title: !!System.Diagnostics.Process Still here\n");

        Assert.Equal("Still here", read.Details.Title);
    }

    [Theory]
    [InlineData("")]
    [InlineData("# only a comment\n")]
    [InlineData("---\n---\n")]
    public void An_empty_file_tells_nothing(string yaml) => Assert.Equal(MetadataResult.None, Read("a.yml", yaml));

    [Theory]
    [InlineData("- a\n- b\n")]
    [InlineData("just words\n")]
    [InlineData("title: [a, b\n")]
    [InlineData("a: {{{{{{{{{{{{{{{{{{{{{{{{{{{{{{{{")]
    [InlineData("a: b\n\ttitle: x: y")]
    [InlineData("speaker: [Ae: 2024-03-18\nlink: https://a.example/1\ncourse: 7\n  Tides\nextra: {a: &x [1, 2], b: *x}\n? k\n: v\n")]
    [InlineData("speaker: [Ana, Tom-]\nepisode: 012\nlink: https://a.example/1\nextra: {a: &x [1, 2],alt: A Lecture\"\nspeaker: [Ana, Tom]\nb: *")]
    [InlineData("a: [[[[[[[[[[[[[[[[[[[[[[[[[[1]]]]]]]]]]]]]]]]]]]]]]]]]]")]
    public void What_is_not_a_list_of_names_and_values_is_reported(string yaml) => Assert.NotNull(Read("a.yml", yaml).Unread);

    [Fact]
    public void The_files_that_tell_of_a_transcript_go_from_the_whole_library_to_the_one_beside_it() =>
        Assert.Equal(
            ["series.yml", "series.yaml", "a/series.yml", "a/series.yaml", "a/b/series.yml", "a/b/series.yaml", "a/b/one.yml", "a/b/one.yaml"],
            MetadataFile.For("a/b/one.vtt"));

    [Fact]
    public void What_stands_beside_a_transcript_goes_before_its_content_and_the_folders_go_last()
    {
        var context = MetadataFile.Context(
        [
            ("series.yml", Read("series.yml", "series: Outer\nspeaker: Outer Speaker\nkeep-boilerplate: true")),
            ("a/series.yml", Read("a/series.yml", "series: Inner\nlicense: CC0\nkeep-boilerplate: false")),
            ("a/one.yml", Read("a/one.yml", "title: Beside")),
        ]);

        var reader = new TranscriptReader(Microsoft.Extensions.Options.Options.Create(new TranscriptOptions()));
        var parsed = Assert.IsType<ParseResult.Parsed>(reader.Read("a/one.md", "---\ntitle: Inside\nspeaker: Ana\n---\nRome fell. Nobody noticed.\n"u8, context));

        var lecture = parsed.Transcript.Lecture;
        Assert.False(context.KeepBoilerplate);
        Assert.Equal(("Beside", "Inner", "Ana", "CC0"), (lecture.Title, lecture.Series, lecture.Speaker, lecture.License));
    }

    [Fact]
    public void Broken_front_matter_is_reported_and_the_words_are_read()
    {
        var parsed = Assert.IsType<ParseResult.Parsed>(TranscriptFiles.Read("one.md", "---\nspeaker: Ana\ntitle: Rome: The Fall\n---\n\nRome fell. Nobody noticed.\n"u8.ToArray()));

        Assert.Equal("Rome fell. Nobody noticed.", parsed.Transcript.Text);
        Assert.Equal("Ana", parsed.Transcript.Lecture.Speaker);
        Assert.Equal(3, parsed.Unread?.Line);
    }

    [Fact]
    public void What_could_not_be_read_stays_reported_where_announcements_are_set_aside()
    {
        var file = "---\ndate: one fine day\n---\n\nRome fell. Nobody noticed. Rome had been falling for years.\n\nThis podcast is sponsored by Acme. Go to acme dot com and use the code ROME.\n\n>> And then? It fell again.\n";

        var parsed = Assert.IsType<ParseResult.Parsed>(TranscriptFiles.Read("one.md", Encoding.UTF8.GetBytes(file)));

        Assert.True(parsed.Transcript.LinesSetAside > 0);
        Assert.Equal(2, parsed.Unread?.Line);
    }

    private static MetadataResult Read(string file, string yaml) => MetadataReader.Read(file, Encoding.UTF8.GetBytes(yaml));
}
