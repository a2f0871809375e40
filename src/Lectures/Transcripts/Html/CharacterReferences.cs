using System.Globalization;
using System.Text;
using AngleSharp.Html;
using Lectures.Transcripts.Documents;

namespace Lectures.Transcripts.Html;

/// <summary>Character references such as "&amp;eacute;" and "&amp;#8217;" in text (HTML Standard, 13.5), each with the place it stands at.</summary>
internal static class CharacterReferences
{
    /// <summary>The longest name is CounterClockwiseContourIntegral.</summary>
    private const int LongestName = 33;

    /// <summary>What numbers 128 to 159 mean: the characters of Windows-1252.</summary>
    private const string Windows =
        "\u20AC\uFFFD\u201A\u0192\u201E\u2026\u2020\u2021\u02C6\u2030\u0160\u2039\u0152\uFFFD\u017D\uFFFD" +
        "\uFFFD\u2018\u2019\u201C\u201D\u2022\u2013\u2014\u02DC\u2122\u0161\u203A\u0153\uFFFD\u017E\u0178";

    /// <summary>Adds a run of the source to a block, its references decoded.</summary>
    public static void AddTo(DocumentBlock block, string text, TextSpan span)
    {
        for (var at = span.Start; at < span.End;)
        {
            var rest = text.AsSpan(at, span.End - at);
            var ampersand = rest.IndexOf('&');
            if (ampersand < 0)
            {
                block.Add(rest, at);
                return;
            }

            block.Add(rest[..ampersand], at);
            at += ampersand;
            var (shown, length) = Read(text.AsSpan(at, span.End - at));
            if (length == 0)
            {
                block.Add("&", at);
                at++;
                continue;
            }

            block.Add(shown, new TextSpan(at, at + length));
            at += length;
        }
    }

    public static string Decode(ReadOnlySpan<char> text)
    {
        var decoded = new StringBuilder(text.Length);
        while (text.IndexOf('&') is >= 0 and var ampersand)
        {
            decoded.Append(text[..ampersand]);
            var (shown, length) = Read(text[ampersand..]);
            decoded.Append(length == 0 ? "&" : shown);
            text = text[(ampersand + Math.Max(1, length))..];
        }

        return decoded.Append(text).ToString();
    }

    /// <summary>The reference at the start and its length; length 0 where the ampersand opens none.</summary>
    private static (string Shown, int Length) Read(ReadOnlySpan<char> text) => text is ['&', '#', ..] ? Numeric(text) : Named(text);

    private static (string Shown, int Length) Numeric(ReadOnlySpan<char> text)
    {
        var hexadecimal = text.Length > 2 && text[2] is 'x' or 'X';
        var digits = text[(hexadecimal ? 3 : 2)..];
        var count = digits.IndexOfAnyExcept(hexadecimal ? "0123456789abcdefABCDEF" : "0123456789");
        count = count < 0 ? digits.Length : count;
        if (count is 0 or > 12)
        {
            return ("", 0);
        }

        var number = long.Parse(digits[..count], hexadecimal ? NumberStyles.AllowHexSpecifier : NumberStyles.None, CultureInfo.InvariantCulture);
        var length = text.Length - digits.Length + count;
        length += length < text.Length && text[length] == ';' ? 1 : 0;
        return number switch
        {
            >= 0x80 and <= 0x9F => (Windows[(int)number - 0x80].ToString(), length),
            0 or > 0x10FFFF or (>= 0xD800 and <= 0xDFFF) => ("\uFFFD", length),
            _ => (char.ConvertFromUtf32((int)number), length),
        };
    }

    private static (string Shown, int Length) Named(ReadOnlySpan<char> text)
    {
        var count = 1;
        while (count < text.Length && count <= LongestName && char.IsAsciiLetterOrDigit(text[count]))
        {
            count++;
        }

        if (count < text.Length && text[count] == ';' && HtmlEntityProvider.Resolver.GetSymbol(text[1..(count + 1)].ToString()) is { } whole)
        {
            return (whole, count + 1);
        }

        // Some old names count without the semicolon, also as the start of a longer word.
        for (var length = Math.Min(count, 8); length > 2; length--)
        {
            if (HtmlEntityProvider.Resolver.GetSymbol(text[1..length].ToString()) is { } shown)
            {
                return (shown, length);
            }
        }

        return ("", 0);
    }
}
