namespace Lectures.Indexing;

/// <summary>How a word sounds, roughly, read off its letters: for names that a recogniser or a listener spelled by ear.</summary>
internal static class Sound
{
    /// <summary>
    /// Fifteen sounds by the first letter of each: a o u, e i y, b p, d t, k hard c hard g q, f v ph, s z x soft c, T for th, S for sh ch j soft g, and m n l r w h
    /// alone. A sound's number is its place here; 0 is the border of a word.
    /// </summary>
    public const string Symbols = " aebdkfsTSmnlrwh";

    /// <summary>What a soft g is until it is known whether it counts as one.</summary>
    private const char SoftG = 'g';

    private const int Longest = 6;

    /// <summary>
    /// The key of words that sound nearly the same: consonants in classes, doubled ones once, vowels only at the start. After Soundex (Russell 1918) with the
    /// digraphs of Metaphone (Philips 1990), cut at six classes.
    /// </summary>
    public static string Of(string word)
    {
        Span<char> key = stackalloc char[Longest];
        var count = 0;
        for (var i = 0; i < word.Length && count < Longest; i++)
        {
            var c = ClassOf(SoundAt(word, ref i));
            if (c == '\0' || (c == 'A' && count > 0) || (count > 0 && key[count - 1] == c))
            {
                continue;
            }

            key[count++] = c;
        }

        return new string(key[..count]);
    }

    /// <summary>All sounds of a word by their numbers, 1 to 15, doubled ones once; letters other than English ones have none.</summary>
    public static string NumbersOf(string word)
    {
        Span<char> numbers = stackalloc char[word.Length];
        var count = 0;
        for (var i = 0; i < word.Length; i++)
        {
            var sound = SoundAt(word, ref i);
            var number = (char)Math.Max(0, Symbols.IndexOf(sound == SoftG ? 'S' : sound, StringComparison.Ordinal));
            if (number > 0 && (count == 0 || numbers[count - 1] != number))
            {
                numbers[count++] = number;
            }
        }

        return new string(numbers[..count]);
    }

    private static char ClassOf(char sound) => sound switch
    {
        'a' or 'e' => 'A',
        'b' => 'P',
        'd' or 'T' => 'T',
        'k' or SoftG => 'K',
        'f' or 'w' => 'F',
        's' or 'S' => 'S',
        'm' or 'n' => 'N',
        'l' => 'L',
        'r' => 'R',
        'h' => '\0',
        _ => sound,
    };

    /// <summary>One of <see cref="Symbols"/>, or <see cref="SoftG"/>; another letter is itself. Moves on over letters that are spoken together.</summary>
    private static char SoundAt(string word, ref int at)
    {
        var c = word[at];
        var next = at + 1 < word.Length ? word[at + 1] : '\0';
        if (c == 't' && next == 'c' && at + 2 < word.Length && word[at + 2] == 'h')
        {
            at += 2;
            return 'S';
        }

        if (next == 'h' && c is 'p' or 's' or 'c' or 'z' or 't' or 'k' or 'g')
        {
            at++;
            return c switch
            {
                'p' => 'f',
                't' => 'T',
                'k' or 'g' => 'k',
                _ => 'S',
            };
        }

        var isSoft = next is 'e' or 'i' or 'y';
        return c switch
        {
            'a' or 'o' or 'u' => 'a',
            'e' or 'i' or 'y' => 'e',
            'b' or 'p' => 'b',
            'd' or 't' => 'd',
            'f' or 'v' => 'f',
            'c' when isSoft => 's',
            'g' when isSoft => SoftG,
            'c' or 'k' or 'q' or 'g' => 'k',
            's' or 'z' or 'x' => 's',
            'j' => 'S',
            _ => c,
        };
    }
}
