using System.Buffers.Binary;
using System.Globalization;

namespace Lectures.Transcripts;

/// <summary>Tells UTF-16 from its byte order mark, and without one from its zero bytes: white space and digits have one each, always on the same side.</summary>
internal static class Utf16Order
{
    public enum ByteOrder
    {
        Little,
        Big,
    }

    /// <summary>So many bytes at the start are looked at.</summary>
    private const int Sample = 8_192;

    /// <summary>In any language, of so many characters one is white space, a digit or a line end.</summary>
    private const int CharactersPerZero = 20;

    /// <summary>Null for what is not UTF-16.</summary>
    public static ByteOrder? Of(ReadOnlySpan<byte> bytes)
    {
        if (bytes is [0xFF, 0xFE, ..])
        {
            return bytes is [_, _, 0, 0, ..] ? null : ByteOrder.Little;
        }

        if (bytes is [0xFE, 0xFF, ..])
        {
            return ByteOrder.Big;
        }

        var sample = bytes[..(Math.Min(bytes.Length, Sample) & ~1)];
        var (first, second) = (0, 0);
        for (var i = 0; i < sample.Length; i += 2)
        {
            first += sample[i] == 0 ? 1 : 0;
            second += sample[i + 1] == 0 ? 1 : 0;
        }

        var enough = Math.Max(1, sample.Length / 2 / CharactersPerZero);
        return (first, second) switch
        {
            (0, var zeros) when zeros >= enough && ReadsAsText(sample, bigEndian: false) => ByteOrder.Little,
            (var zeros, 0) when zeros >= enough && ReadsAsText(sample, bigEndian: true) => ByteOrder.Big,
            _ => null,
        };
    }

    private static bool ReadsAsText(ReadOnlySpan<byte> sample, bool bigEndian)
    {
        for (var i = 0; i < sample.Length; i += 2)
        {
            var unit = (char)(bigEndian ? BinaryPrimitives.ReadUInt16BigEndian(sample[i..]) : BinaryPrimitives.ReadUInt16LittleEndian(sample[i..]));
            var isText = CharUnicodeInfo.GetUnicodeCategory(unit) switch
            {
                UnicodeCategory.Control => unit is '\t' or '\r' or '\n' or '\f' or '\u0085',
                UnicodeCategory.OtherNotAssigned or UnicodeCategory.PrivateUse => false,
                _ => true,
            };
            if (!isText)
            {
                return false;
            }
        }

        return true;
    }
}
