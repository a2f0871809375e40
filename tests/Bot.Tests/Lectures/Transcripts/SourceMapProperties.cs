using System.Text;
using System.Text.RegularExpressions;
using CsCheck;

namespace Bot.Tests.Lectures.Transcripts;

/// <summary>What is shown stands in the file, at the place that the map names, whatever the file's line ends and byte order mark.</summary>
public partial class SourceMapProperties
{
    private static readonly string[] Lines =
    [
        "The Republic was old. It had stood for five hundred years.", "", "  Indented, with two  spaces and a\ttab. Then more.  ", "A Short Heading", "Dr. Smith said so.",
        "Learn more about nothing at all.", "“Who goes there?” he asked. No one… answered.", "他走了。他没有回来！", "Zoë’s café — 😀 stood there. It closed.",
        "This is a transcript from the video series Nothing. Watch it now.", "and it went on without an end of sentence", "1. First point. 2. Second point.",
    ];

    private static readonly string[] LineEnds = ["\n", "\r\n", "\r"];

    private static readonly Gen<string> PlainText = Gen.Select(
        Gen.Select(Property.OneOf(Lines), Property.OneOf(LineEnds), static (line, end) => line + end).Array[1, 30], Gen.Bool, static (lines, mark) => Assemble(lines, mark));

    private static readonly Gen<string> Timed = Gen.Select(
        Gen.Select(Property.OneOf(Lines), Property.OneOf(LineEnds), Gen.Bool, Gen.Int[0, 4_000], Line).Array[1, 30], Gen.Bool, static (lines, mark) => Assemble(["[00:00 --> 00:01] Begin. ", .. lines], mark));

    [Fact]
    public void Each_sentence_of_a_plain_text_stands_at_its_mapped_place() => Property.Holds(PlainText, AssertMapped);

    [Fact]
    public void Each_sentence_of_recognised_speech_stands_at_its_mapped_place() => Property.Holds(Timed, AssertMapped);

    private static void AssertMapped(string source)
    {
        // A text of headings and metadata alone is no transcript; that has its own tests.
        if (Read.Result(Encoding.UTF8.GetBytes(source)) is not global::Lectures.Transcripts.ParseResult.Parsed { Transcript: var transcript })
        {
            return;
        }

        var lines = source.ReplaceLineEndings("\n").Split('\n');
        foreach (var sentence in transcript.Sentences)
        {
            var place = transcript.Source.Locate(sentence);
            Assert.Equal(Fold(sentence.In(transcript.Text)), Fold(place.In(source)));
            var (first, last) = transcript.Source.Lines(sentence);
            Assert.Contains(Fold(sentence.In(transcript.Text)), Fold(string.Join('\n', lines[(first - 1)..last])), StringComparison.Ordinal);
        }
    }

    private static string Assemble(string[] lines, bool mark) => (mark ? "\uFEFF" : "") + string.Concat(lines);

    private static string Line(string words, string end, bool isTimed, int seconds) =>
        isTimed ? $"[{seconds / 3600}:{seconds / 60 % 60:00}:{seconds % 60:00} --> {seconds / 3600}:{seconds / 60 % 60:00}:{seconds % 60:00}] {words}{end}" : words + end;

    /// <summary>Cue marks and white space folded, as the scorer folds them.</summary>
    private static string Fold(string text) => Space().Replace(Mark().Replace(text, " "), " ").Trim();

    [GeneratedRegex(@"\[[\d:]+ --> [\d:]+\]")]
    private static partial Regex Mark();

    [GeneratedRegex(@"\s+")]
    private static partial Regex Space();
}
