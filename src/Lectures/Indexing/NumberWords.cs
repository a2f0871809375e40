using System.Globalization;

namespace Lectures.Indexing;

/// <summary>Numbers and dates as they are written or spoken.</summary>
internal static class NumberWords
{
    /// <summary>The last whose forms are known; more kings of one name there never were.</summary>
    public const int LastOrdinal = 30;

    private static readonly Dictionary<string, int> Cardinals = """
        one 1 two 2 three 3 four 4 five 5 six 6 seven 7 eight 8 nine 9 ten 10 eleven 11 twelve 12 thirteen 13 fourteen 14 fifteen 15 sixteen 16 seventeen 17
        eighteen 18 nineteen 19 twenty 20 thirty 30 forty 40 fifty 50 sixty 60 seventy 70 eighty 80 ninety 90 hundred 100 thousand 1000 million 1000000
        """.Split([' ', '\n'], StringSplitOptions.RemoveEmptyEntries).Chunk(2).ToDictionary(static pair => pair[0], static pair => int.Parse(pair[1], CultureInfo.InvariantCulture), StringComparer.Ordinal);

    private static readonly Dictionary<int, string> Words = Cardinals.ToDictionary(static pair => pair.Value, static pair => pair.Key);

    private static readonly string[] Ordinals =
    [
        "", "first", "second", "third", "fourth", "fifth", "sixth", "seventh", "eighth", "ninth", "tenth", "eleventh", "twelfth", "thirteenth", "fourteenth",
        "fifteenth", "sixteenth", "seventeenth", "eighteenth", "nineteenth", "twentieth",
    ];

    private static readonly string[] Decades = ["", "", "twenties", "thirties", "forties", "fifties", "sixties", "seventies", "eighties", "nineties"];

    /// <summary>By every form of an ordinal, Roman ones included; "i" is a word of its own.</summary>
    private static readonly Dictionary<string, int> OrdinalForms = Enumerable.Range(1, LastOrdinal)
        .SelectMany(static value => new[] { SpelledOrdinal(value), ShortOrdinal(value), value == 1 ? null : Roman(value) }.OfType<string>().Select(form => (Form: form, Value: value)))
        .ToDictionary(static pair => pair.Form, static pair => pair.Value, StringComparer.Ordinal);

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
        else if (Cardinals.ContainsKey(exact) || OtherNumbers.Contains(exact))
        {
            marks |= WordMarks.Number;
        }

        return marks;
    }

    /// <summary>The value of a number of one word, in digits or spelled; null where it is none that has another form.</summary>
    public static int? Cardinal(string exact) =>
        Cardinals.TryGetValue(exact, out var value) || (int.TryParse(exact, NumberStyles.None, CultureInfo.InvariantCulture, out value) && Words.ContainsKey(value)) ? value : null;

    public static string? Spelled(int value) => Words.GetValueOrDefault(value);

    /// <summary>Of "14th", "fourteenth" and "xiv", 14.</summary>
    public static int? Ordinal(string exact) => OrdinalForms.TryGetValue(exact, out var value) ? value : null;

    public static string? SpelledOrdinal(int value) => value < Ordinals.Length ? Ordinals[value] : null;

    public static string ShortOrdinal(int value) => string.Create(CultureInfo.InvariantCulture, $"{value}{(value is > 10 and < 14 ? "th" : (value % 10) switch { 1 => "st", 2 => "nd", 3 => "rd", _ => "th" })}");

    /// <param name="value">1 to <see cref="LastOrdinal"/>.</param>
    public static string Roman(int value) => new string('x', value / 10) + (value % 10) switch
    {
        4 => "iv",
        9 => "ix",
        var rest => (rest >= 5 ? "v" : "") + new string('i', rest % 5),
    };

    /// <summary>60 of "sixties"; null for any other word.</summary>
    public static int? DecadeName(string exact) => Array.IndexOf(Decades, exact, 2) is > 0 and var index ? index * 10 : null;

    /// <param name="tens">20 to 90.</param>
    public static string? NameOfDecade(int tens) => tens % 10 == 0 && tens >= 20 ? Decades[tens / 10] : null;
}
