using System.Globalization;

namespace Lectures.Indexing;

/// <summary>
/// Numbers said in several words, as recognisers write them: "eighteen seventy five" is 1875, "two hundred and six" 206, "twenty eighth" 28th. A change here must
/// change <see cref="IndexFormat"/>.
/// </summary>
internal static class SpokenNumbers
{
    private const long Most = 1_000_000_000_000;

    /// <summary>For a passage: adds each such number in digits behind its words, which stay.</summary>
    public static void Add(TextAnalysis analysis, List<Token> tokens)
    {
        for (var i = 0; i + 1 < tokens.Count; i++)
        {
            if (Read(tokens, i) is { } number)
            {
                var (first, last) = (tokens[i], tokens[i + number.Words - 1]);
                tokens.Insert(i + number.Words, new Token(analysis.WordOf(number.Digits), first.Start, last.End, false));
                i += number.Words;
            }
        }
    }

    /// <summary>For a question: puts each such number in digits in the place of its words.</summary>
    public static void Replace(TextAnalysis analysis, List<Token> tokens)
    {
        for (var i = 0; i + 1 < tokens.Count; i++)
        {
            if (Read(tokens, i) is { } number)
            {
                var (first, last) = (tokens[i], tokens[i + number.Words - 1]);
                tokens.RemoveRange(i, number.Words);
                tokens.Insert(i, new Token(analysis.WordOf(number.Digits), first.Start, last.End, false));
            }
        }
    }

    /// <summary>The number that begins at a token and has several words; null for none.</summary>
    private static (int Words, string Digits)? Read(List<Token> tokens, int at)
    {
        if (!IsNumber(tokens, at))
        {
            return null;
        }

        var read = Year(tokens, at) ?? Ordinal(tokens, at) ?? Cardinal(tokens, at);
        return read is { Words: > 1 } ? read : null;
    }

    /// <summary>"Eighteen seventy five", "nineteen oh four", "twenty eighteen".</summary>
    private static (int Words, string Digits)? Year(List<Token> tokens, int at)
    {
        if (Value(tokens, at) is not (>= 10 and <= 20 and var century))
        {
            return null;
        }

        return (Value(tokens, at + 1), Value(tokens, at + 2)) switch
        {
            ( >= 20 and <= 90 and var tens, >= 1 and <= 9 and var unit) => (3, Digits(century * 100 + tens + unit)),
            ( >= 10 and <= 90 and var rest, _) => (2, Digits(century * 100 + rest)),
            (_, >= 1 and <= 9 and var unit) when at + 1 < tokens.Count && tokens[at + 1].Word.Exact is "oh" or "o" => (3, Digits(century * 100 + unit)),
            _ => null,
        };
    }

    /// <summary>"Twenty eighth".</summary>
    private static (int Words, string Digits)? Ordinal(List<Token> tokens, int at)
    {
        if (Value(tokens, at) is not (>= 20 and <= 90 and var tens) || at + 1 == tokens.Count)
        {
            return null;
        }

        var last = tokens[at + 1].Word.Exact;
        return char.IsAsciiLetter(last[0]) && NumberWords.Ordinal(last) is >= 1 and <= 9 and var unit ? (2, NumberWords.ShortOrdinal((int)tens + unit)) : null;
    }

    private static (int Words, string Digits)? Cardinal(List<Token> tokens, int at)
    {
        var (total, part, end, last) = (0L, 0L, at, long.MaxValue);
        while (total < Most && Value(tokens, end) is { } value)
        {
            if (value >= 1_000)
            {
                (total, part, last) = (total + Math.Max(1, part) * value, 0, long.MaxValue);
            }
            else if (value == 100 && part is > 0 and < 100)
            {
                (part, last) = (part * 100, 100);
            }
            else if (value < last && (last > 90 || (last >= 20 && value < 10)))
            {
                (part, last) = (part + value, value);
            }
            else
            {
                break;
            }

            end++;
            if (last is 100 or long.MaxValue && end + 1 < tokens.Count && tokens[end].Word.Exact == "and" && Value(tokens, end + 1) is < 100)
            {
                end++;
            }
        }

        return (end - at, Digits(total + part));
    }

    /// <summary>Of a number of one word; digits count where a scale may follow ("15 million").</summary>
    private static long? Value(List<Token> tokens, int at)
    {
        if (!IsNumber(tokens, at))
        {
            return null;
        }

        var word = tokens[at].Word.Exact;
        return !char.IsAsciiDigit(word[0]) ? NumberWords.Cardinal(word)
            : word.Length <= 3 && at + 1 < tokens.Count && tokens[at + 1].Word.Exact is "thousand" or "million" && long.TryParse(word, NumberStyles.None, CultureInfo.InvariantCulture, out var value) ? value
            : null;
    }

    /// <summary>By the mark that every word carries, so that other words cost nothing.</summary>
    private static bool IsNumber(List<Token> tokens, int at) => at < tokens.Count && (tokens[at].Word.Marks & WordMarks.Number) != 0;

    private static string Digits(long value) => value.ToString(CultureInfo.InvariantCulture);
}
