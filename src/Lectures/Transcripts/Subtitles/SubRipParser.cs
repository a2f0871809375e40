namespace Lectures.Transcripts.Subtitles;

/// <summary>
/// Reads SubRip as it is met: with comma or dot, cues without numbers, out of order or on top of each other, and the markup of
/// other formats in between. Nobody ever wrote down a standard.
/// </summary>
internal sealed class SubRipParser : ITranscriptParser
{
    public bool Recognises(SourceText source) =>
        CueFile.BeginsWithCue(source) || (source.Extension is ".srt" or ".vtt" && !HasBrackets(source));

    public ParseResult Parse(SourceText source) => CueFile.Read(source, hasBlocks: false);

    /// <summary>Recogniser output by the wrong name: "[00:02 --> 00:05] words".</summary>
    private static bool HasBrackets(SourceText source) =>
        source.Lines.FirstOrDefault(line => !line.IsEmpty && source.Text[line.Start] != '#') is { IsEmpty: false } line
        && source.Text[line.Start] == '[';
}
