using Lectures.Transcripts.Documents;

namespace Lectures.Transcripts.Docx;

/// <summary>
/// Reads Word documents: paragraphs with their heading styles. Nothing in a document is run and nothing outside it is opened; what it
/// unpacks to is measured before the library sees it.
/// </summary>
internal static class DocxParser
{
    /// <summary>A ZIP archive by its first bytes; no text starts like that.</summary>
    public static bool Recognises(ReadOnlySpan<byte> bytes) => bytes is [(byte)'P', (byte)'K', 3, 4, ..] or [(byte)'P', (byte)'K', 5, 6, ..];

    public static ParseResult Parse(string file, ReadOnlySpan<byte> bytes, ReadingContext context, TranscriptOptions options)
    {
        var content = bytes.ToArray();
        if (DocxPackage.Refuse(content, options) is { } reason)
        {
            return new ParseResult.Rejected(file, null, reason);
        }

        return DocxReader.Read(content, out var guessed) is not { } blocks
            ? new ParseResult.Rejected(file, null, "The Word document is damaged. Open it in Word, save it again, and put that file here.")
            : new DocumentWriter(file, SourceUnit.Paragraph, static paragraph => paragraph + 1, context).Write(blocks, LectureDetails.None, guessed) is { } transcript
                ? new ParseResult.Parsed(transcript)
                : new ParseResult.Rejected(file, null, "The Word document holds no spoken text. Put the lecture's words into it, or remove it.");
    }
}
