using System.Globalization;
using System.Text;

namespace Bot.Discord.Rendering;

/// <summary>
/// Makes text of transcripts and members inert: shown as it is, it neither formats nor links nor mentions. Cut before
/// escaping, count after it: a cut through an escape would undo it.
/// </summary>
internal static class MarkdownEscape
{
    // Breaks a token apart and is not seen.
    private const char ZeroWidthSpace = '\u200B';

    // A real name or formula has three; "zalgo" has hundreds.
    private const int MostCombiningMarks = 4;

    /// <summary>For text between our own markup. What is seen is the text, without control characters and with at most one empty line in a row.</summary>
    public static string Inline(string text)
    {
        var clean = Clean(text);
        var escaped = new StringBuilder(clean.Length + 16);
        var isLineStart = true;
        for (var i = 0; i < clean.Length; i++)
        {
            var c = clean[i];
            if (c is '\\' or '`' or '*' or '_' or '~' or '|' or '[' or ']' or '<' or '>' || (isLineStart && IsLineToken(clean, i)))
            {
                escaped.Append('\\');
            }

            escaped.Append(c);
            if (c is '@' or '<' || (c == ':' && string.CompareOrdinal(clean, i, "://", 0, 3) == 0))
            {
                escaped.Append(ZeroWidthSpace);
            }

            isLineStart = c == '\n' || (isLineStart && (c == ' ' || char.IsAsciiDigit(c)));
        }

        return escaped.ToString();
    }

    /// <summary>For the label of a masked link, where escapes are shown: what could end or format it is left out.</summary>
    /// <returns>One line; a dash if nothing is left.</returns>
    public static string LinkLabel(string text)
    {
        var stripped = new StringBuilder(text.Length);
        foreach (var c in Clean(text))
        {
            if (c is '\n')
            {
                stripped.Append(' ');
            }
            else if (c is not ('[' or ']' or '(' or ')' or '*' or '_' or '~' or '|' or '`' or '<' or '>' or '\\' or '@'))
            {
                stripped.Append(c);
            }
        }

        // Addresses last: what was left out may have held one apart.
        var label = string.Join(' ', WithoutAddresses(stripped.ToString()).Split(' ', StringSplitOptions.RemoveEmptyEntries)).Trim();
        return label.Length == 0 ? "–" : label;
    }

    /// <summary>Without what changes direction, rings the terminal or towers above the line. Half surrogates become U+FFFD, line ends \n.</summary>
    public static string Clean(string text)
    {
        var clean = new StringBuilder(text.Length);
        var marks = 0;
        foreach (var rune in text.ReplaceLineEndings("\n").EnumerateRunes())
        {
            var category = Rune.GetUnicodeCategory(rune);
            if (category is UnicodeCategory.NonSpacingMark or UnicodeCategory.EnclosingMark)
            {
                if (++marks > MostCombiningMarks)
                {
                    continue;
                }
            }
            else
            {
                marks = 0;
            }

            if (rune.Value is '\t' or 0x2028 or 0x2029)
            {
                clean.Append(' ');
            }
            else if (rune.Value == '\n' ? !EndsWithEmptyLine(clean) : !(category == UnicodeCategory.Control || IsInvisible(rune.Value)))
            {
                clean.Append(rune.ToString());
            }
        }

        return clean.ToString();
    }

    private static bool EndsWithEmptyLine(StringBuilder text) => text.Length > 1 && text[^1] == '\n' && text[^2] == '\n';

    // Directional controls, zero-width space, word joiner and BOM, tag characters. Joiners stay: emoji and Persian need them.
    private static bool IsInvisible(int value) =>
        value is (>= 0x202A and <= 0x202E) or (>= 0x2066 and <= 0x2069) or 0x200B or 0x200E or 0x200F or 0x061C or 0x2060 or 0xFEFF or (>= 0xE0000 and <= 0xE007F);

    /// <summary>What makes a heading, small print, a list or a quotation of its line.</summary>
    private static bool IsLineToken(string text, int index) =>
        text[index] is '#' or '-' or '+' || (text[index] is '.' or ')' && index > 0 && char.IsAsciiDigit(text[index - 1]));

    /// <summary>A label that looks like an address keeps the link from working. One pass: titles are other people's, of any length.</summary>
    private static string WithoutAddresses(string text)
    {
        var kept = new StringBuilder(text.Length);
        for (var at = 0; at < text.Length;)
        {
            if (char.IsWhiteSpace(text[at]))
            {
                kept.Append(text[at++]);
                continue;
            }

            var start = at;
            while (at < text.Length && !char.IsWhiteSpace(text[at]))
            {
                at++;
            }

            var word = text.AsSpan(start, at - start);
            kept.Append(word[..BeforeAddress(word)]).Append(' ');
        }

        return kept.ToString();
    }

    /// <summary>How much of a word stands before an address in it.</summary>
    private static int BeforeAddress(ReadOnlySpan<char> word)
    {
        if (word.Contains("://", StringComparison.Ordinal))
        {
            return 0;
        }

        const string Web = "www.";
        for (var from = 0; word[from..].IndexOf(Web, StringComparison.OrdinalIgnoreCase) is >= 0 and var found;)
        {
            var at = from + found;
            if (at + Web.Length < word.Length && (at == 0 || !char.IsLetterOrDigit(word[at - 1])))
            {
                return at;
            }

            from = at + Web.Length;
        }

        return word.Length;
    }
}
