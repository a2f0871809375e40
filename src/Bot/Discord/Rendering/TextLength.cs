using System.Globalization;

namespace Bot.Discord.Rendering;

/// <summary>Lengths as Discord counts them, in code points, and cuts that leave whole characters, words and, if they can, sentences.</summary>
internal static class TextLength
{
    private const string Mark = "…";

    public static int Of(string text)
    {
        var count = 0;
        foreach (var _ in text.EnumerateRunes())
        {
            count++;
        }

        return count;
    }

    /// <summary>At most <paramref name="most"/> code points, the mark of the cut included. Ends at a sentence where one ends in the second half, else at a word, else at a character.</summary>
    public static string Cut(string text, int most)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(most, 1);
        if (text.Length <= most || Of(text) <= most)
        {
            return text;
        }

        var room = Room(text, most - 1);
        var kept = text.AsSpan(0, room);
        var sentence = SentenceEnd(kept);
        if (sentence > room / 2)
        {
            return string.Concat(kept[..sentence], Mark);
        }

        var word = kept.LastIndexOfAny(' ', '\n');
        return string.Concat(kept[..(word > room / 2 ? word : room)].TrimEnd(), Mark);
    }

    /// <summary>UTF-16 units that hold at most so many code points and no broken character.</summary>
    private static int Room(string text, int codePoints)
    {
        var (end, count) = (0, 0);
        var elements = StringInfo.GetTextElementEnumerator(text);
        while (elements.MoveNext())
        {
            var element = elements.GetTextElement();
            count += Of(element);
            if (count > codePoints)
            {
                // One character of endless combining marks would leave nothing.
                return end > 0 ? end : Runes(text, codePoints);
            }

            end = elements.ElementIndex + element.Length;
        }

        return end;
    }

    private static int Runes(string text, int codePoints) => text.EnumerateRunes().Take(codePoints).Sum(rune => rune.Utf16SequenceLength);

    private static int SentenceEnd(ReadOnlySpan<char> text)
    {
        for (var i = text.Length - 1; i > 0; i--)
        {
            if (char.IsWhiteSpace(text[i]) && text[i - 1] is '.' or '!' or '?' or '。' or '！' or '？' or '"' or '”')
            {
                return i;
            }
        }

        return -1;
    }
}
