using System.Text;

namespace Lectures.Transcripts;

/// <summary>From bytes to text, or to the place where they stop being text. A byte order mark stays the first character.</summary>
internal static class TextDecoding
{
    /// <param name="Text">Null where the bytes cannot be read.</param>
    /// <param name="Line">Where reading stopped, from 1; null where the reason concerns the whole file.</param>
    public readonly record struct Decoded(string? Text, int? Line, string Reason);

    private const string Advice = "Save the file again with the encoding UTF-8.";

    private static readonly UTF8Encoding Utf8 = new(encoderShouldEmitUTF8Identifier: false, throwOnInvalidBytes: true);
    private static readonly UnicodeEncoding Utf16 = new(bigEndian: false, byteOrderMark: false, throwOnInvalidBytes: true);
    private static readonly UnicodeEncoding Utf16BigEndian = new(bigEndian: true, byteOrderMark: false, throwOnInvalidBytes: true);

    public static Decoded Decode(ReadOnlySpan<byte> bytes)
    {
        if (Utf16Order.Of(bytes) is { } order)
        {
            return FromUtf16(bytes, order);
        }

        return bytes.IndexOf((byte)0) is >= 0 and var zero
            ? new Decoded(null, LineOf(bytes, zero), "The file is not text. Save the transcript as plain text in UTF-8.")
            : FromUtf8(bytes);
    }

    private static Decoded FromUtf16(ReadOnlySpan<byte> bytes, Utf16Order.ByteOrder order)
    {
        var big = order == Utf16Order.ByteOrder.Big;
        try
        {
            var text = (big ? Utf16BigEndian : Utf16).GetString(bytes);
            return text.IndexOf('\0', StringComparison.Ordinal) is >= 0 and var zero
                ? new Decoded(null, text.AsSpan(0, zero).Count('\n') + 1, $"The file is not text. {Advice}")
                : new Decoded(text, null, "");
        }
        catch (DecoderFallbackException invalid)
        {
            var before = (big ? Encoding.BigEndianUnicode : Encoding.Unicode).GetString(bytes[..Math.Clamp(invalid.Index, 0, bytes.Length)]);
            return new Decoded(null, before.AsSpan().Count('\n') + 1, $"The text is not valid UTF-16 here. {Advice}");
        }
    }

    private static Decoded FromUtf8(ReadOnlySpan<byte> bytes)
    {
        try
        {
            return new Decoded(Utf8.GetString(bytes), null, "");
        }
        catch (DecoderFallbackException invalid)
        {
            return Windows1252.TryRead(bytes) is { } text
                ? new Decoded(text, null, "")
                : new Decoded(null, LineOf(bytes, invalid.Index), $"The text is not valid UTF-8 here, and no other encoding fits. {Advice}");
        }
    }

    private static int LineOf(ReadOnlySpan<byte> bytes, int index) => bytes[..Math.Clamp(index, 0, bytes.Length)].Count((byte)'\n') + 1;
}
