namespace Lectures.Indexing;

/// <summary>Numbers and dates as they are written or spoken.</summary>
internal static class NumberWords
{
    private static readonly Dictionary<string, string> Digits = """
        one 1 two 2 three 3 four 4 five 5 six 6 seven 7 eight 8 nine 9 ten 10 eleven 11 twelve 12 thirteen 13 fourteen 14 fifteen 15 sixteen 16 seventeen 17
        eighteen 18 nineteen 19 twenty 20 thirty 30 forty 40 fifty 50 sixty 60 seventy 70 eighty 80 ninety 90 hundred 100 thousand 1000 million 1000000
        """.Split([' ', '\n'], StringSplitOptions.RemoveEmptyEntries).Chunk(2).ToDictionary(static pair => pair[0], static pair => pair[1], StringComparer.Ordinal);

    private static readonly Dictionary<string, string> Spelled =
        Digits.ToDictionary(static pair => pair.Value, static pair => pair.Key, StringComparer.Ordinal);

    private static readonly HashSet<string> DateWords = new[]
    {
        "january", "february", "march", "april", "june", "july", "august", "september", "october", "november", "december",
        "century", "centuries", "decade", "bc", "bce", "ad", "ce", "twenties", "thirties", "forties", "fifties", "sixties", "seventies", "eighties", "nineties",
        "spring", "summer", "autumn", "winter",
    }.ToHashSet(StringComparer.Ordinal);

    private static readonly HashSet<string> OtherNumbers = new[]
    {
        "half", "dozen", "dozens", "hundreds", "thousands", "millions", "billion", "billions", "twice", "thrice", "percent", "first", "second", "third",
    }.ToHashSet(StringComparer.Ordinal);

    /// <param name="exact">As <see cref="Word.Exact"/>.</param>
    public static WordMarks MarksOf(string exact)
    {
        var marks = DateWords.Contains(exact) ? WordMarks.Date : WordMarks.None;
        if (char.IsAsciiDigit(exact[0]))
        {
            marks |= WordMarks.Number;
            if (exact.Length is 4 or 5 && exact[0] is '1' or '2' && char.IsAsciiDigit(exact[3]))
            {
                marks |= WordMarks.Date;
            }
        }
        else if (Digits.ContainsKey(exact) || OtherNumbers.Contains(exact))
        {
            marks |= WordMarks.Number;
        }

        return marks;
    }

    /// <summary>The other way to write a number of one word: "50" for "fifty" and back; null where there is none.</summary>
    public static string? Other(string exact) => Digits.GetValueOrDefault(exact) ?? Spelled.GetValueOrDefault(exact);
}
