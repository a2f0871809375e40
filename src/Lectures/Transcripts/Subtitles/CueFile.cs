namespace Lectures.Transcripts.Subtitles;

/// <summary>From a file of cues to a transcript, for WebVTT and SubRip alike.</summary>
internal static class CueFile
{
    private const int MostBlankLines = 60;

    /// <summary>Whether the file begins with a cue: a line of times, perhaps under a name or number.</summary>
    public static bool BeginsWithCue(SourceText source)
    {
        for (var (i, seen) = (0, 0); i < source.Lines.Count && i < MostBlankLines && seen < 2; i++)
        {
            var line = source.Slice(source.Lines[i]);
            if (CueTimes.LookMeant(line))
            {
                return true;
            }

            seen += line.IsEmpty ? 0 : 1;
        }

        return false;
    }

    /// <param name="hasBlocks">As in <see cref="CueScan"/>.</param>
    public static ParseResult Read(SourceText source, bool hasBlocks)
    {
        var scan = new CueScan(source, hasBlocks);
        if (scan.Read() is { } rejected)
        {
            return rejected;
        }

        using var text = CueText.Of(source, scan.Cues);
        if (text.Cues.Count == 0)
        {
            return new ParseResult.Rejected(source.File, null, scan.Cues.Count == 0
                ? "The file has no cues. Export it again: a cue is a line such as 00:00:01.000 --> 00:00:04.000, its words below it."
                : "The file has times but no words. Export it again with its text.");
        }

        var builder = new TranscriptBuilder(source.File);
        for (var i = 0; i < scan.CommentLines; i++)
        {
            builder.SetAsideOutside();
        }

        var speech = new CueSpeech(text, builder);
        var rolling = new RollingCues(text, source);
        for (var i = 0; i < text.Cues.Count; i++)
        {
            if (!source.Context.KeepBoilerplate && SubtitleCredits.Are(text.Slice(text.Cues[i].Text)))
            {
                builder.SetAside();
                continue;
            }

            speech.Add(text.Cues[i], rolling.NewFrom(i));
        }

        return builder.IsEmpty
            ? new ParseResult.Rejected(source.File, null, "The cues name speakers but hold no words. Export the file again with its text.")
            : new ParseResult.Parsed(builder.Build(scan.Details));
    }
}
