using System.Text;
using Lectures.Transcripts;

namespace Bot.Tests.Lectures.Transcripts.Documents;

/// <summary>What would take a careless reader of documents minutes or its stack.</summary>
public sealed class HostileDocumentsTests
{
    private static readonly Dictionary<string, (string File, Func<string> Content)> Files = new(StringComparer.Ordinal)
    {
        ["rows of a table"] = ("a.md", static () => "| a | b |\n|---|---|\n" + Repeated("| 0:01 | Jane Doe | x |\n", 20_000)),
        ["cells of a row"] = ("a.md", static () => "| a | b |\n|---|---|\n" + Repeated("|x", 200_000)),
        ["escapes in a row"] = ("a.md", static () => "a|b\n-|-\n" + Repeated("\\|", 200_000)),
        ["links of notes"] = ("a.md", static () => Repeated("[[a|b", 100_000) + Repeated("]]", 100_000)),
        ["marked words"] = ("a.md", static () => Repeated("==a ", 200_000)),
        ["equals signs"] = ("a.md", static () => "a " + new string('=', 500_000)),
        ["hidden lines"] = ("a.md", static () => Repeated("#a #b\n", 100_000) + "x"),
        ["turns in a paragraph"] = ("a.html", static () => "<p>" + Repeated("[0:01] Jane Doe: x<br>", 30_000)),
        ["breaks in a paragraph"] = ("a.html", static () => "<p>" + Repeated("x<br>", 100_000)),
        ["tables in tables"] = ("a.html", static () => Repeated("<table><tr><td>", 400) + "x"),
        ["cells without a table"] = ("a.html", static () => Repeated("<td>x<th>y", 50_000)),
        ["bold words"] = ("a.html", static () => "<p>" + Repeated("<b>x</b> y ", 50_000) + "<br>[0:01] Jane Doe: x"),
        ["names above"] = ("a.txt", static () => string.Concat(Enumerable.Range(0, 30_000).Select(static i => $"Jane{i} Doe\nx\n\n"))),
        ["names behind times"] = ("a.txt", static () => string.Concat(Enumerable.Range(0, 30_000).Select(static i => $"{i / 60}:{i % 60:00} Jane Doe\nx\n"))),
        ["labels of a meeting"] = ("a.vtt", static () => "WEBVTT\n" + string.Concat(Enumerable.Range(0, 20_000).Select(static i => $"\n00:00.000 --> 00:01.000\nj{i % 9_000}: x\n"))),
        ["quotes of a spreadsheet"] = ("a.tsv", static () => "start\tend\ttext\n0\t1\t\"" + Repeated("\"\"", 300_000) + "\"\n"),
    };

    public static TheoryData<string> Names() => [.. Files.Keys];

    [Theory]
    [MemberData(nameof(Names))]
    public void A_hostile_document_is_read_or_rejected(string name)
    {
        var (file, content) = Files[name];

        var result = TranscriptFiles.Read(file, Encoding.UTF8.GetBytes(content()));

        Assert.True(result is ParseResult.Parsed or ParseResult.Rejected { Reason.Length: > 0 });
    }

    private static string Repeated(string part, int times) => new StringBuilder(part.Length * times).Insert(0, part, times).ToString();
}
