namespace Lectures.Transcripts.Subtitles;

/// <summary>Cues in which those who made or spread the subtitles speak of themselves. They end without a full stop, so they are told as whole cues.</summary>
internal static class SubtitleCredits
{
    private static readonly string[] Openings =
    [
        "Downloaded from www", "Subtitles by ", "Subtitled by ", "Subtitles downloaded from", "Captions by ", "Captioned by ", "Captioning by ", "Captioning sponsored by", "Closed captioning by ",
        "Sync and corrections by ", "Synced and corrected by ", "Support us and become VIP member", "Advertise your product or brand here", "Transcribed by ", "Transcript by Rev",
    ];

    public static bool Are(ReadOnlySpan<char> cue)
    {
        if (cue.Length > 160)
        {
            return false;
        }

        foreach (var opening in Openings)
        {
            if (cue.StartsWith(opening, StringComparison.OrdinalIgnoreCase))
            {
                return true;
            }
        }

        return cue.StartsWith("Translator: ", StringComparison.Ordinal) && cue.Contains("Reviewer: ", StringComparison.Ordinal);
    }
}
