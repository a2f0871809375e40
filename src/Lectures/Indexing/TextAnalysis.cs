using System.Collections.Concurrent;
using System.Globalization;
using Lucene.Net.Analysis.Miscellaneous;
using Lucene.Net.Tartarus.Snowball.Ext;

namespace Lectures.Indexing;

/// <summary>
/// The one analysis of text, for passages and questions alike: words of letters and digits, without case, accents and possessives.
/// A change here must change <see cref="IndexFormat"/>.
/// </summary>
internal sealed class TextAnalysis : IDisposable
{
    /// <summary>The vocabulary of a large library; words beyond it are analyzed each time anew.</summary>
    private const int MostRememberedWords = 200_000;

    private const int LongestWord = 60;

    private readonly ConcurrentDictionary<string, Word> words = new(StringComparer.Ordinal);
    private readonly ThreadLocal<EnglishStemmer> stemmers = new(static () => new EnglishStemmer());

    /// <summary>How many words there are; the dictionary's own count takes all its locks.</summary>
    private int remembered;

    public void Analyze(ReadOnlySpan<char> text, List<Token> tokens)
    {
        for (var i = 0; i < text.Length;)
        {
            if (!char.IsLetterOrDigit(text[i]))
            {
                i++;
                continue;
            }

            var end = IsWordOfItsOwn(text[i]) ? i + 1 : EndOfWord(text, i);
            if (Find(text[i..end]) is { } word)
            {
                tokens.Add(new Token(word, i, end, char.IsUpper(text[i])));
            }

            i = end;
        }
    }

    public List<Token> Analyze(string text)
    {
        var tokens = new List<Token>();
        Analyze(text.AsSpan(), tokens);
        return tokens;
    }

    public void Dispose() => stemmers.Dispose();

    /// <param name="exact">Letters and digits alone.</param>
    public Word WordOf(string exact) => Find(exact) ?? throw new ArgumentException("There is no word in it.", nameof(exact));

    private Word? Find(ReadOnlySpan<char> surface)
    {
        var known = words.GetAlternateLookup<ReadOnlySpan<char>>();
        if (known.TryGetValue(surface, out var word))
        {
            return word;
        }

        var exact = Exact(surface);
        if (exact.Length == 0)
        {
            return null;
        }

        // Most words are their own stem and are written as they are indexed: one string for all of it.
        var stem = Stem(exact);
        stem = stem == exact ? exact : stem;
        word = new Word(exact, stem, Hash(stem), NumberWords.MarksOf(exact));
        if (remembered < MostRememberedWords && words.TryAdd(surface.SequenceEqual(exact) ? exact : surface.ToString(), word))
        {
            Interlocked.Increment(ref remembered);
        }

        return word;
    }

    private static int EndOfWord(ReadOnlySpan<char> text, int start)
    {
        var i = start + 1;
        while (i < text.Length)
        {
            var c = text[i];
            var goesOn = (char.IsLetterOrDigit(c) && !IsWordOfItsOwn(c)) || IsMark(c) || JoinsWord(text, start, i);
            if (!goesOn)
            {
                break;
            }

            i++;
        }

        return i;
    }

    /// <summary>Apostrophes inside words, separators inside numbers, full stops inside acronyms.</summary>
    private static bool JoinsWord(ReadOnlySpan<char> text, int start, int at)
    {
        if (at + 1 >= text.Length || !char.IsLetterOrDigit(text[at + 1]))
        {
            return false;
        }

        return text[at] switch
        {
            '\'' or '’' or 'ʼ' => char.IsLetter(text[at - 1]) && char.IsLetter(text[at + 1]),
            ',' => char.IsAsciiDigit(text[at - 1]) && IsThousands(text[(at + 1)..]),
            '.' => IsSingleLetter(text, at - 1, start) && char.IsLetter(text[at + 1]) && (at + 2 >= text.Length || !char.IsLetter(text[at + 2])),
            _ => false,
        };
    }

    private static bool IsThousands(ReadOnlySpan<char> text) =>
        text.Length >= 3 && char.IsAsciiDigit(text[0]) && char.IsAsciiDigit(text[1]) && char.IsAsciiDigit(text[2])
        && (text.Length == 3 || !char.IsAsciiDigit(text[3]));

    private static bool IsSingleLetter(ReadOnlySpan<char> text, int at, int start) =>
        char.IsLetter(text[at]) && (at == start || text[at - 1] == '.');

    /// <summary>Combining accents and vowel signs, and characters that show nothing: soft hyphens, joiners, direction marks.</summary>
    private static bool IsMark(char c) =>
        c >= '\u00AD' && CharUnicodeInfo.GetUnicodeCategory(c) is UnicodeCategory.NonSpacingMark or UnicodeCategory.SpacingCombiningMark or UnicodeCategory.Format;

    /// <summary>Scripts written without spaces: each character is a word.</summary>
    private static bool IsWordOfItsOwn(char c) => c is (>= '\u3040' and <= '\u30FF') or (>= '\u3400' and <= '\u9FFF') or (>= '\uF900' and <= '\uFAFF');

    /// <summary>Lower case without accents; "Mao’s" is "mao", "U.S" is "us", "1,000" is "1000".</summary>
    private static string Exact(ReadOnlySpan<char> surface)
    {
        var length = surface.Length;
        if (length > 2 && surface[length - 1] is 's' or 'S' && surface[length - 2] is '\'' or '’' or 'ʼ')
        {
            length -= 2;
        }

        length = Math.Min(length, LongestWord);
        var letters = new char[length];
        var count = 0;
        foreach (var c in surface[..length])
        {
            if (char.IsLetterOrDigit(c))
            {
                letters[count++] = char.ToLowerInvariant(c);
            }
        }

        var folded = new char[count * 4];
        var foldedCount = ASCIIFoldingFilter.FoldToASCII(letters, 0, folded, 0, count);
        return new string(folded, 0, foldedCount);
    }

    private string Stem(string exact)
    {
        var stemmer = stemmers.Value ?? throw new InvalidOperationException("The stemmer's factory gave none.");
        stemmer.SetCurrent(exact);
        stemmer.Stem();
        return stemmer.Current;
    }

    /// <summary>FNV-1a, 32 bit, over UTF-16 units.</summary>
    public static int Hash(string text)
    {
        var hash = 2166136261u;
        foreach (var c in text)
        {
            hash = (hash ^ c) * 16777619u;
        }

        return (int)hash & ~(int)WordMarks.All;
    }
}
