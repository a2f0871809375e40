namespace Lectures.Indexing;

/// <summary>
/// How a word sounds, roughly, for names that a recogniser or a listener spelled by ear: consonants in classes, doubled ones once,
/// vowels only at the start. After Soundex (Russell 1918) with the digraphs of Metaphone (Philips 1990), cut at six classes.
/// </summary>
internal static class Sound
{
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
