using System.Text;
using Lectures.Transcripts;

namespace Bot.Tests.Lectures.Transcripts.Markdown;

public sealed class MarkdownParserTests
{
    [Theory]
    [InlineData("*a* _b_ **c** __d__ ***e*** f_g_h 2*3*4 * i*", "a b c d e f_g_h 234 * i*")]
    [InlineData("`code *x*` and ``a`b`` and `open", "code *x* and a`b and `open")]
    [InlineData("[words](https://a.example/b_(c) \"title\") ![gone](x.png) [ref] [ref][] [other][ref] [none]\n\n[ref]: https://a.example", "words ref ref other [none]")]
    [InlineData("\\*a\\* &amp; &#8217; &nosuch; <b>c</b> a < b <https://x.example>", "*a* & ’ &nosuch; c a < b https://x.example")]
    [InlineData("one  \ntwo\\\nthree\n\nfour", "one two three\nfour")]
    [InlineData("> one\n> two\n\n- three\n  four\n- five", "one two\nthree four\nfive")]
    [InlineData("[a](b [c](d e [[x]] ](", "[a](b [c](d e x ](")]
    [InlineData("Water[^1] rose.\n\n[^1]: A note.", "Water rose.")]
    [InlineData("[0:05](#t=5) Rome [0:09](#t=9) fell.", "Rome fell.")]
    [InlineData("A <time>0:05</time> b <cite>Tacitus</cite> c<br>d", "A b Tacitus c d")]
    public void Words_come_out_without_their_marks(string markdown, string words)
    {
        var parsed = Assert.IsType<ParseResult.Parsed>(TranscriptFiles.Read("a.md", Encoding.UTF8.GetBytes(markdown)));

        Assert.Equal(words, parsed.Transcript.Text);
    }

    [Fact]
    public void A_heading_may_link_to_itself_while_a_table_of_contents_is_left_out() =>
        Assert.Equal(
            [null, "Wages"],
            Read.Headings(Read.Transcript("Rome fell.\n\n[Wages](#wages)\n\n## [Wages](#wages)\n\nThe king fixed them.\n", "a.md")));

    [Fact]
    public void Links_that_lead_to_a_second_of_the_lecture_tell_times()
    {
        const string Markdown = "---\nurl: https://youtu.be/abc\n---\n[Hannibal sets out.](https://youtu.be/abc?t=1m5s) He [reads](https://other.example/?t=9) maps.\n\n[2:00](https://youtu.be/abc?t=120) Rome waits.";

        var transcript = Assert.IsType<ParseResult.Parsed>(TranscriptFiles.Read("a.md", Encoding.UTF8.GetBytes(Markdown))).Transcript;

        Assert.Equal(["1:05", "2:00"], transcript.Cues.Select(static cue => Timecode.Write(cue.Start)));
        Assert.Equal(["1:05", "1:05", "2:00"], transcript.Sentences.Select(sentence => Timecode.Write(transcript.CueAt(sentence.Start)!.Start)));
    }

    [Fact]
    public void Where_times_lead_is_the_lectures_address()
    {
        var transcript = Assert.IsType<ParseResult.Parsed>(TranscriptFiles.Read("a.md", "[0:05](https://www.youtube.com/watch?t=5&v=abc) Rome fell."u8.ToArray())).Transcript;

        Assert.Equal(new Uri("https://www.youtube.com/watch?v=abc"), transcript.Lecture.Url);
    }

    public static TheoryData<string> Hostile() =>
    [
        .. new[]
        {
            "[a](", "[a](<", "![", "[", "]", "**a ", "*a_ ", "`a``b", "<a ", "&amp", "[x]: y\n", "[x]: \"\n", "](", "a [b] ", "<!-- ", "> ", "1) ", "- ", "- a\n\n", "<div>\n", "```\n",
            "[a][b", "a**b**", "\\", "<?", "<![CDATA[", "[^1]", "# a\n", "a\n---\n", "| a |\n", "[0:01](#t=1) ", "A: b\n", "**A:** b\n", "***", "_a", "~~~\n",
        }.Select(static piece => string.Concat(Enumerable.Repeat(piece, 500_000 / piece.Length)) + " x"),
        string.Concat(Enumerable.Range(1, 2_000).Select(static i => $"{new string(' ', i * 2)}- a\n")),
        string.Concat(Enumerable.Range(1, 1_000).Select(static i => $"{new string('`', i)}a")),
        new string(' ', 1_000_000) + "a",
        new string('a', 1_000_000),
        string.Concat(Enumerable.Repeat(new string('>', 60) + "a\n", 10_000)),
        "---\n" + string.Concat(Enumerable.Repeat("a: {", 10_000)) + "\n---\nx",
        "---\n" + string.Concat(Enumerable.Repeat("? ", 20_000)) + "\n---\nx",
    ];

    [Theory]
    [MemberData(nameof(Hostile), DisableDiscoveryEnumeration = true)]
    public void Hostile_text_is_read_or_rejected(string markdown) => Assert.NotNull(TranscriptFiles.Read("a.md", Encoding.UTF8.GetBytes(markdown)));
}
