using System.Globalization;
using System.Text;

namespace Bot.Tests.Lectures.Transcripts.Subtitles;

/// <summary>What a subtitle file says: one cue.</summary>
public sealed record SpokenCue(TimeSpan Start, TimeSpan End, string? Speaker, string Words);

/// <summary>Writes cues as WebVTT by the book: what could be markup is written as a character reference.</summary>
internal static class WebVttWriter
{
    public static string Write(IEnumerable<SpokenCue> cues)
    {
        var file = new StringBuilder("WEBVTT\n");
        foreach (var cue in cues)
        {
            var voice = cue.Speaker is null ? "" : $"<v {Escaped(cue.Speaker)}>";
            file.Append(
                CultureInfo.InvariantCulture,
                $"\n{cue.Start:hh\\:mm\\:ss\\.fff} --> {cue.End:hh\\:mm\\:ss\\.fff}\n{voice}{Escaped(cue.Words)}\n");
        }

        return file.ToString();
    }

    private static string Escaped(string words) => words
        .Replace("&", "&amp;", StringComparison.Ordinal)
        .Replace("<", "&lt;", StringComparison.Ordinal)
        .Replace(">", "&gt;", StringComparison.Ordinal)
        .Replace("{", "&#123;", StringComparison.Ordinal)
        .Replace("\\", "&#92;", StringComparison.Ordinal);
}
