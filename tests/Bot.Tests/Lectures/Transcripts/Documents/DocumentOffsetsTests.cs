using System.IO.Compression;
using System.Net;
using System.Text;
using System.Text.RegularExpressions;
using System.Xml.Linq;
using Lectures.Transcripts;

namespace Bot.Tests.Lectures.Transcripts.Documents;

public sealed partial class DocumentOffsetsTests
{
    private static readonly XNamespace Word = "http://schemas.openxmlformats.org/wordprocessingml/2006/main";

    public static TheoryData<string> Pages() => [.. Files("html", ".html", ".htm"), .. Files("same", ".html", ".htm")];

    public static TheoryData<string> Texts() => [.. Files("markdown", ".md", ".txt"), .. Files("same", ".md", ".markdown")];

    public static TheoryData<string> Documents() => [.. Files("docx", ".docx"), .. Files("same", ".docx")];

    public static TheoryData<string> Encodings() => [.. Files("encodings", ".txt", ".htm"), .. Files("same", ".utf16le.txt", ".utf16be.txt", "nobom.txt", ".utf8bom.txt", ".windows1252.txt")];

    [Theory]
    [MemberData(nameof(Pages))]
    public void Words_of_a_page_stand_at_their_place_in_it_each_once(string file)
    {
        var transcript = TranscriptFiles.Transcript(file);

        PlacedWords.AssertEachOnce(transcript, Decode(file), static piece => WebUtility.HtmlDecode(Tag().Replace(piece, "")).Replace('\u0096', '–'));
    }

    [Theory]
    [MemberData(nameof(Texts))]
    public void Words_of_markdown_stand_at_their_place_in_it_each_once(string file)
    {
        var transcript = TranscriptFiles.Transcript(file);

        PlacedWords.AssertEachOnce(transcript, Decode(file), static piece => WebUtility.HtmlDecode(Escape().Replace(Mark().Replace(piece, ""), "$1")), "*`[]<>");
    }

    [Theory]
    [MemberData(nameof(Encodings))]
    public void Words_in_any_encoding_stand_at_their_place_in_the_decoded_file(string file)
    {
        var transcript = TranscriptFiles.Transcript(file);

        PlacedWords.AssertEachOnce(transcript, Decode(file), static piece => BracketedTimes().Replace(piece, ""));
    }

    [Theory]
    [MemberData(nameof(Documents))]
    public void Words_of_a_document_stand_in_their_paragraph_each_once(string file)
    {
        var transcript = TranscriptFiles.Transcript(file);

        Assert.Equal(SourceUnit.Paragraph, transcript.Source.Unit);
        var paragraphs = Paragraphs(file);
        foreach (var runs in transcript.Source.Runs.GroupBy(static run => run.Source.Start))
        {
            var shown = PlacedWords.Bare(string.Concat(runs.Select(run => run.Text.In(transcript.Text))));
            var marks = PlacedWords.Bare(BracketedTimes().Replace(paragraphs[runs.Key], ""));
            Assert.EndsWith(shown, marks, StringComparison.Ordinal);
        }
    }

    private static IEnumerable<string> Files(string folder, params string[] endings) =>
        TranscriptFiles.Inputs(folder).Select(static row => row.Data).Where(file => endings.Any(ending => file.EndsWith(ending, StringComparison.Ordinal)));

    /// <summary>By the name of the file, not by looking at it.</summary>
    private static string Decode(string file)
    {
        var encoding = file switch
        {
            _ when file.Contains("utf16le", StringComparison.Ordinal) => Encoding.Unicode,
            _ when file.Contains("utf16be", StringComparison.Ordinal) => Encoding.BigEndianUnicode,
            _ when file.Contains("1252", StringComparison.Ordinal) || file.Contains("player", StringComparison.Ordinal) => CodePagesEncodingProvider.Instance.GetEncoding(1252)!,
            _ => Encoding.UTF8,
        };
        return encoding.GetString(File.ReadAllBytes(Path.Combine(TranscriptFiles.Folder, file)));
    }

    /// <summary>All paragraphs but those in text boxes, with what a reader sees of them.</summary>
    private static List<string> Paragraphs(string file)
    {
        using var archive = ZipFile.OpenRead(Path.Combine(TranscriptFiles.Folder, file));
        using var part = archive.GetEntry("word/document.xml")!.Open();
        var document = XDocument.Load(part);
        document.Descendants(Word + "txbxContent").ToList().ForEach(static box => box.Remove());
        document.Descendants(Word + "moveFrom").Remove();
        document.Descendants(Word + "r").Where(static run => run.Descendants(Word + "vanish").Any()).Remove();
        return [.. document.Descendants(Word + "p").Select(static paragraph => string.Concat(paragraph.Descendants().Select(static node => node.Name.LocalName switch
        {
            "t" => node.Value,
            "noBreakHyphen" => "-",
            _ => "",
        })))];
    }

    [GeneratedRegex("<sup>.*</sup>|<[^>]*>", RegexOptions.NonBacktracking)]
    private static partial Regex Tag();

    [GeneratedRegex(@"\[\[[^\]|]*\||\]\]|==|\[[0-9:]+( --> [0-9:]+)?\](\([^)]*\))?|\n *> |\n *- |\]\([^)]*\)|\]\[[a-z]+\]|<[^>:]*>|\[\^1\]", RegexOptions.NonBacktracking)]
    private static partial Regex Mark();

    [GeneratedRegex(@"\\([!-/:-@\[-`{-~])|[*`\[]", RegexOptions.NonBacktracking)]
    private static partial Regex Escape();

    [GeneratedRegex(@"\[[0-9:]+( --> [0-9:]+)?\]", RegexOptions.NonBacktracking)]
    private static partial Regex BracketedTimes();
}
