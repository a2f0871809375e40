using System.Text;
using Lectures.Transcripts;

namespace Bot.Tests.Lectures.Transcripts.Html;

public sealed class HtmlParserTests
{
    [Theory]
    [InlineData("<p>Tom &amp; Jerry &#8217;tis &eacute;t&eacute; &nosuch; &copy &#x1F600; &#150; 5 < 6 & 7</p>", "Tom & Jerry ’tis été &nosuch; © 😀 – 5 < 6 & 7")]
    [InlineData("<p>a<b>b</b>c <i>d</i>e</p>", "abc de")]
    [InlineData("<p>one<!-- two -->three<script>four</script><style>five</style></p>", "onethree")]
    [InlineData("<p title=\"a > b\" data-x='<p>no</p>'>yes</p>", "yes")]
    [InlineData("<p>one<br>two<br><br>three</p>", "one two\nthree")]
    [InlineData("<div><p>one<p>two<ul><li>three<li>four</ul></div>", "one\ntwo\nthree\nfour")]
    [InlineData("<table><tr>stray<td>one<td>two</table>", "stray\none two")]
    [InlineData("<p>one</i></b></span></div> two</p>", "one two")]
    [InlineData("<p>{0} and {17} are braces</p>", "{0} and {17} are braces")]
    [InlineData("<p>unclosed <b>bold <i>and</p><p>more</p>", "unclosed bold and\nmore")]
    public void Words_come_out_as_a_browser_shows_them(string page, string words)
    {
        var parsed = Assert.IsType<ParseResult.Parsed>(TranscriptFiles.Read("a.html", Encoding.UTF8.GetBytes(page)));

        Assert.Equal(words, parsed.Transcript.Text);
    }

    public static TheoryData<string> Hostile() =>
    [
        string.Concat(Enumerable.Repeat("<div>", 10_000)),
        string.Concat(Enumerable.Repeat("<div><p>", 10_000)) + "deep",
        string.Concat(Enumerable.Repeat("<b class=a><i><u>", 10_000)) + "text",
        string.Concat(Enumerable.Range(0, 20_000).Select(static i => $"<p><b id={i}>x")),
        string.Concat(Enumerable.Range(0, 20_000).Select(static i => $"<a href='{i}'>x")),
        string.Concat(Enumerable.Repeat("<table><tr><td>", 10_000)),
        string.Concat(Enumerable.Repeat("<table>x", 10_000)),
        string.Concat(Enumerable.Repeat("<ul><li>", 10_000)),
        "<p>" + new string('a', 1_000_000),
        "<p>" + string.Concat(Enumerable.Repeat("&amp;", 200_000)),
        "<p>" + string.Concat(Enumerable.Repeat("&", 1_000_000)),
        "<p>" + string.Concat(Enumerable.Repeat("<!--", 250_000)),
        "<p>" + string.Concat(Enumerable.Repeat("<script>", 125_000)),
        "<p>" + string.Concat(Enumerable.Repeat("</p>", 250_000)),
        "<p " + string.Concat(Enumerable.Repeat("a='", 250_000)),
        "<p " + string.Concat(Enumerable.Repeat("class=a ", 125_000)) + ">x",
        "<p>" + string.Concat(Enumerable.Repeat("<br>", 250_000)) + "x",
        "<p>" + string.Concat(Enumerable.Repeat("<", 1_000_000)),
        "<svg>" + string.Concat(Enumerable.Repeat("<math><mi>", 50_000)),
        string.Concat(Enumerable.Repeat("<h1>x</h1>", 50_000)),
        string.Concat(Enumerable.Repeat("<time>0:01</time>", 50_000)) + "<p>x",
        string.Concat(Enumerable.Repeat("<p>A: x", 50_000)),
        "<select>" + string.Concat(Enumerable.Repeat("<option>x", 50_000)),
        string.Concat(Enumerable.Repeat("<template><p>x", 20_000)),
    ];

    [Theory]
    [MemberData(nameof(Hostile), DisableDiscoveryEnumeration = true)]
    public void A_hostile_page_is_read_or_rejected(string page) => Assert.NotNull(TranscriptFiles.Read("a.html", Encoding.UTF8.GetBytes(page)));

    [Fact]
    public void A_page_that_is_nested_too_deep_is_rejected_at_its_line()
    {
        var page = "<html>\n<body>\n" + string.Concat(Enumerable.Repeat("<div>", 1_000)) + "words";

        var rejected = Assert.IsType<ParseResult.Rejected>(TranscriptFiles.Read("a.html", Encoding.UTF8.GetBytes(page)));

        Assert.Equal(3, rejected.Line);
    }
}
