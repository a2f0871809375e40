namespace Lectures.Indexing;

/// <summary>
/// How a word sounds, roughly, for names that a recogniser or a listener spelled by ear: consonants in classes, doubled ones once,
/// vowels only at the start. After Soundex (Russell 1918) with the digraphs of Metaphone (Philips 1990), cut at six classes.
/// </summary>
internal static class Sound
{
    /// <summary>What <see cref="SymbolsOf"/> gives for any vowel.</summary>
    public const char Vowel = (char)1;

    private const string Classes = "APFKSTNLR";
    private const int Longest = 6;

    public static string Of(string word)
    {
        Span<char> key = stackalloc char[Longest];
        var count = 0;
        for (var i = 0; i < word.Length && count < Longest; i++)
        {
            var c = ClassOf(word, ref i);
            if (c == '\0' || (c == 'A' && count > 0) || (count > 0 && key[count - 1] == c))
            {
                continue;
            }

            key[count++] = c;
        }

        return new string(key[..count]);
    }

    /// <summary>All sounds of a word as numbers from 1 to 15, vowels included, doubled ones once.</summary>
    public static string SymbolsOf(string word)
    {
        Span<char> symbols = stackalloc char[word.Length];
        var count = 0;
        for (var i = 0; i < word.Length; i++)
        {
            var c = ClassOf(word, ref i);
            if (c == '\0')
            {
                continue;
            }

            var known = Classes.IndexOf(c, StringComparison.Ordinal);
            var symbol = (char)(known >= 0 ? 1 + known : 1 + Classes.Length + c % 6);
            if (count == 0 || symbols[count - 1] != symbol)
            {
                symbols[count++] = symbol;
            }
        }

        return new string(symbols[..count]);
    }

    /// <summary>The class of the sound at a letter; moves on over digraphs. NUL for silent letters.</summary>
    private static char ClassOf(string word, ref int at)
    {
        var next = at + 1 < word.Length ? word[at + 1] : '\0';
        var c = word[at];
        if (next == 'h')
        {
            switch (c)
            {
                case 'p':
                    at++;
                    return 'F';
                case 's' or 'c' or 'z':
                    at++;
                    return 'S';
                case 't':
                    at++;
                    return 'T';
                case 'k' or 'g':
                    at++;
                    return 'K';
                default:
                    break;
            }
        }

        return c switch
        {
            'b' or 'p' => 'P',
            'f' or 'v' or 'w' => 'F',
            'c' when next is 'e' or 'i' or 'y' => 'S',
            'c' or 'k' or 'q' or 'g' => 'K',
            'x' or 's' or 'z' or 'j' => 'S',
            'd' or 't' => 'T',
            'm' or 'n' => 'N',
            'l' => 'L',
            'r' => 'R',
            'h' => '\0',
            'a' or 'e' or 'i' or 'o' or 'u' or 'y' => 'A',
            _ => c,
        };
    }
}
