using System.Text;
using Lectures.Transcripts;

namespace Bot.Tests.Lectures.Transcripts.Subtitles;

/// <summary>What would take a careless parser minutes, gigabytes or its stack.</summary>
public sealed class HostileSubtitlesTests
{
    private const string Cue = "WEBVTT\n\n00:00.000 --> 00:01.000\n";
    private const string Next = "\n\n00:01.000 --> 00:02.000\n";

    private static readonly Dictionary<string, Func<string>> Files = new(StringComparer.Ordinal)
    {
        ["open tags"] = static () => Cue + new string('<', 1_000_000),
        ["open tags with names"] = static () => Cue + Repeated("<a ", 300_000),
        ["nested tags"] = static () => Cue + Repeated("<i>", 10_000) + "deep" + Repeated("</i>", 10_000),
        ["character references"] = static () => Cue + Repeated("&amp;", 200_000),
        ["ampersands"] = static () => Cue + new string('&', 1_000_000),
        ["overrides"] = static () => Cue + Repeated("{\\", 500_000),
        ["full stops"] = static () => Cue + new string('.', 1_000_000) + "x",
        ["speaker marks"] = static () => Cue + Repeated("x >> ", 200_000),
        ["one long word"] = static () => Cue + new string('x', 1_000_000),
        ["short words"] = static () => Cue + Repeated("a ", 500_000),
        ["lines of a cue"] = static () => Cue + Repeated("a\n", 300_000) + Next + Repeated("a\n", 300_000) + "b",
        ["lines that almost roll"] = static () => Cue + Repeated("a ", 300_000) + Next + Repeated("a ", 300_000) + "b",
        ["cues"] = static () => "WEBVTT\n" + Repeated("\n00:00.000 --> 00:01.000\na b c\n", 30_000),
        ["times only"] = static () => "WEBVTT\n" + Repeated("00:00.000 --> 00:01.000\n", 40_000),
        ["comments"] = static () => "WEBVTT\n" + Repeated("\nNOTE title: x\n", 70_000),
        ["blank lines"] = static () => Cue + new string('\n', 1_000_000) + "x",
        ["colons"] = static () => Cue + new string(':', 1_000_000),
        ["voices"] = static () => Cue + Repeated("<v A>a</v>", 100_000),
    };

    public static TheoryData<string> Names() => [.. Files.Keys];

    [Theory]
    [MemberData(nameof(Names))]
    public void A_hostile_file_is_read_or_rejected(string name)
    {
        var content = Encoding.UTF8.GetBytes(Files[name]());

        var result = TranscriptFiles.Read("hostile.vtt", content);

        Assert.True(result is ParseResult.Parsed or ParseResult.Rejected { Reason.Length: > 0 });
    }

    private static string Repeated(string part, int times) => new StringBuilder(part.Length * times).Insert(0, part, times).ToString();
}
