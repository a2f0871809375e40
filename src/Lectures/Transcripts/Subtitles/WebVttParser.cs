namespace Lectures.Transcripts.Subtitles;

/// <summary>
/// Reads WebVTT (W3C, https://www.w3.org/TR/webvtt1/), more leniently than a browser does: the header may be missing, fractions may
/// follow a comma, words are kept where an editor left blank lines in a cue.
/// </summary>
internal sealed class WebVttParser : ITranscriptParser
{
    private const string Header = "WEBVTT";

    public bool Recognises(SourceText source)
    {
        var first = source.Lines.FirstOrDefault(static line => !line.IsEmpty);
        var line = source.Slice(first);
        return line.StartsWith(Header, StringComparison.Ordinal)
            ? line.Length == Header.Length || char.IsWhiteSpace(line[Header.Length])
            : source.Extension is ".vtt" && CueFile.BeginsWithCue(source);
    }

    public ParseResult Parse(SourceText source) => CueFile.Read(source, hasBlocks: true);
}
