namespace Lectures.Transcripts;

/// <summary>Files that people take for transcripts and that hold no text to read: told by their first bytes, refused with a way out.</summary>
internal static class BinaryFormats
{
    public static ParseResult.Rejected? Refuse(string file, ReadOnlySpan<byte> bytes)
    {
        var reason = bytes switch
        {
            [0xD0, 0xCF, 0x11, 0xE0, ..] => "This is an old Word document (.doc) or one with a password. Save it as .docx without a password.",
            _ when bytes.StartsWith("%PDF-"u8) => "This is a PDF. Export its text as .docx, .html or .txt.",
            _ when bytes.StartsWith(@"{\rtf"u8) => "This is rich text (RTF). Save it as .docx or as plain text.",
            _ => null,
        };
        return reason is null ? null : new ParseResult.Rejected(file, null, reason);
    }
}
