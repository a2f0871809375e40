namespace Lectures.Transcripts;

/// <summary>
/// Reads the encoding that Windows programs wrote before UTF-8. Any bytes can be read as it, so text counts as Windows-1252 only
/// where the result looks like a western language: mostly ASCII, no control characters, and no traces of damaged UTF-8.
/// Table: WHATWG Encoding Standard, index windows-1252.
/// </summary>
internal static class Windows1252
{
    /// <summary>For bytes 0x80 to 0x9F; zero where there is no character. Above, byte and character are the same.</summary>
    private const string Low =
        "\u20AC\0\u201A\u0192\u201E\u2026\u2020\u2021\u02C6\u2030\u0160\u2039\u0152\0\u017D\0" +
        "\0\u2018\u2019\u201C\u201D\u2022\u2013\u2014\u02DC\u2122\u0161\u203A\u0153\0\u017E\u0178";

    /// <summary>Among so many letters at most one is accented; other alphabets have nearly all above ASCII.</summary>
    private const int LettersPerAccent = 3;

    /// <summary>Null where the bytes are hardly Windows-1252.</summary>
    public static string? TryRead(ReadOnlySpan<byte> bytes) => IsPlausible(bytes)
        ? string.Create(bytes.Length, bytes, static (characters, bytes) =>
        {
            for (var i = 0; i < bytes.Length; i++)
            {
                characters[i] = Character(bytes[i]);
            }
        })
        : null;

    private static bool IsPlausible(ReadOnlySpan<byte> bytes)
    {
        var (letters, accents, sequences, strays) = (0, 0, 0, 0);
        for (var i = 0; i < bytes.Length; i++)
        {
            var b = bytes[i];
            if (b < 0x80)
            {
                if (b < 0x20 && b is not ((byte)'\t' or (byte)'\r' or (byte)'\n' or (byte)'\f'))
                {
                    return false;
                }

                letters += char.IsAsciiLetter((char)b) ? 1 : 0;
                continue;
            }

            if (Character(b) == '\0')
            {
                return false;
            }

            if (SequenceLength(bytes[i..]) is > 1 and var length)
            {
                sequences++;
                i += length - 1;
                continue;
            }

            strays++;
            accents += char.IsLetter(Character(b)) ? 1 : 0;
        }

        // Two accents side by side read like UTF-8 by chance; a file full of them is UTF-8 that broke somewhere.
        return strays > sequences && accents * LettersPerAccent <= letters;
    }

    /// <summary>Of a well-formed UTF-8 sequence at the start; 0 where there is none.</summary>
    private static int SequenceLength(ReadOnlySpan<byte> bytes) =>
        System.Text.Rune.DecodeFromUtf8(bytes, out _, out var length) == System.Buffers.OperationStatus.Done ? length : 0;

    private static char Character(byte b) => b is >= 0x80 and < 0xA0 ? Low[b - 0x80] : (char)b;
}
