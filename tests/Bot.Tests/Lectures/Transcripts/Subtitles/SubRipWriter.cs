using System.Globalization;
using System.Text;

namespace Bot.Tests.Lectures.Transcripts.Subtitles;

/// <summary>Writes cues as SubRip. It has no speakers.</summary>
internal static class SubRipWriter
{
    public static string Write(IEnumerable<SpokenCue> cues)
    {
        var file = new StringBuilder("\uFEFF");
        foreach (var (number, cue) in cues.Index())
        {
            file.Append(
                CultureInfo.InvariantCulture,
                $"{number + 1}\r\n{cue.Start:hh\\:mm\\:ss\\,fff} --> {cue.End:hh\\:mm\\:ss\\,fff}\r\n{Escaped(cue.Words)}\r\n\r\n");
        }

        return file.ToString();
    }

    private static string Escaped(string words) => words
        .Replace("&", "&amp;", StringComparison.Ordinal)
        .Replace("<", "&lt;", StringComparison.Ordinal)
        .Replace("{", "&#123;", StringComparison.Ordinal)
        .Replace("\\", "&#92;", StringComparison.Ordinal);
}
