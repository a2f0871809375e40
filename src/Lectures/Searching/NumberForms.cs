using System.Globalization;
using Lectures.Indexing;

namespace Lectures.Searching;

/// <summary>
/// Other ways to write or say the numbers and dates of a question: "50" and "fifty", "XIV", "14th" and "fourteenth", "a hundred thousand"
/// and 100,000, the sixties, the 1960s and 1964, the 19th century and 1848, BC and BCE. Before and after Christ are never mixed.
/// </summary>
internal sealed class NumberForms
{
    private const float SameNumber = 0.9f;
    private const float Regnal = 0.85f;
    private const float SameDecade = 0.85f;
    private const float YearOfDecade = 0.6f;
    private const float DecadeOfYear = 0.5f;
    private const float YearOfCentury = 0.5f;

    /// <summary>A longer range of years is an age rather than a date.</summary>
    private const int LongestRange = 30;

    private readonly Question question;
    private readonly List<NumberForm> forms = [];

    private NumberForms(Question question)
    {
        this.question = question;
        for (var i = 0; i < question.All.Count; i++)
        {
            var word = question.All[i].Exact;
            var next = i + 1 < question.All.Count ? question.All[i + 1].Exact : "";
            OneWord(i, word);
            Era(i, word);
            Ordinal(i, word, next);
            Decade(i, word);
            Year(i, word);
        }
    }

    /// <summary>For every term of the question; most questions have none.</summary>
    public static IReadOnlyList<NumberForm> Of(Question question) => new NumberForms(question).forms;

    private void OneWord(int at, string word)
    {
        if (NumberWords.Cardinal(word) is not { } value)
        {
            return;
        }

        Add(at, NumberWords.Spelled(value), SameNumber);
        Add(at, Digits(value), SameNumber);
        if (value is > 1 and <= NumberWords.LastOrdinal)
        {
            Add(at, NumberWords.Roman(value), SameDecade);
        }
    }

    private void Era(int at, string word) => Add(at, word switch { "bc" => "bce", "bce" => "bc", "ad" => "ce", "ce" => "ad", _ => null }, SameNumber);

    /// <summary>Kings and popes, and centuries with their years; years before Christ have no century of their own digits.</summary>
    private void Ordinal(int at, string word, string next)
    {
        if (NumberWords.Ordinal(word) is not { } value)
        {
            return;
        }

        var isRoman = NumberWords.Roman(value) == word;
        Add(at, NumberWords.SpelledOrdinal(value), isRoman ? Regnal : SameNumber);
        Add(at, NumberWords.ShortOrdinal(value), isRoman ? Regnal : SameNumber);
        if (value > 1)
        {
            Add(at, NumberWords.Roman(value), Regnal);
        }

        if (isRoman)
        {
            Add(at, NumberWords.Spelled(value), Regnal);
        }

        if (next is "century" or "centuries" && value > 10 && !IsBeforeChrist(at + 2))
        {
            Years((value - 1) * 100, 100, at, YearOfCentury, isSearched: false);
            Add(at, $"{Digits((value - 1) * 100)}s", SameDecade);
        }
    }

    private void Decade(int at, string word)
    {
        if (NumberWords.DecadeName(word) is { } tens)
        {
            Add(at, $"19{Digits(tens)}s", SameDecade);
            Add(at, $"{Digits(tens)}s", SameDecade);
            Years(1900 + tens, 10, at, YearOfDecade, isSearched: true);
        }
        else if (word.Length is 3 or 5 && word.EndsWith("0s", StringComparison.Ordinal) && int.TryParse(word.AsSpan(0, word.Length - 1), NumberStyles.None, CultureInfo.InvariantCulture, out var first))
        {
            var year = first < 100 ? 1900 + first : first;
            Add(at, year / 100 == 19 ? NumberWords.NameOfDecade(year % 100) : null, SameDecade);
            Add(at, $"{Digits(year)}s", SameDecade);
            Years(year, year % 100 == 0 ? 100 : 10, at, YearOfDecade, isSearched: year % 100 != 0);
        }
    }

    /// <summary>A passage that tells of the decade may tell of the year; and of two years, of those between them.</summary>
    private void Year(int at, string word)
    {
        if (YearOf(at) is not { } year || IsBeforeChrist(at + 1))
        {
            return;
        }

        Add(at, $"{Digits(year / 10 * 10)}s", DecadeOfYear);
        Add(at, year / 100 == 19 ? NumberWords.NameOfDecade(year % 100 / 10 * 10) : null, DecadeOfYear);
        for (var other = at + 1; other <= at + 2; other++)
        {
            if (YearOf(other) is { } last && last > year + 1 && last - year <= LongestRange && (other == at + 1 || question.All[at + 1].Exact is "and" or "to" or "until" or "till" or "through"))
            {
                Years(year + 1, last - year - 1, at, YearOfDecade, isSearched: true);
            }
        }
    }

    private void Years(int first, int count, int at, float strength, bool isSearched)
    {
        for (var year = first; year < first + count; year++)
        {
            Add(at, Digits(year), strength, isSearched);
        }
    }

    private int? YearOf(int at) =>
        at < question.All.Count && question.All[at].Exact is { Length: 4 } word && word[0] is '1' or '2' && int.TryParse(word, NumberStyles.None, CultureInfo.InvariantCulture, out var year) && year < 2100 ? year : null;

    private bool IsBeforeChrist(int at) => at < question.All.Count && question.All[at].Exact is "bc" or "bce";

    private void Add(int at, string? form, float strength, bool isSearched = true)
    {
        var word = question.All[at];
        for (var term = 0; form is not null && form != word.Exact && term < question.Terms.Count; term++)
        {
            if (question.Terms[term].Stem == word.Stem)
            {
                forms.Add(new NumberForm(term, form, strength, isSearched));
                return;
            }
        }
    }

    private static string Digits(int value) => value.ToString(CultureInfo.InvariantCulture);
}

/// <param name="Term">Of the question's terms, which it stands for.</param>
/// <param name="Exact">As <see cref="Word.Exact"/>.</param>
/// <param name="Strength">How well, 0 to 1.</param>
/// <param name="IsSearched">Whether passages are found by it, or only weighed.</param>
internal readonly record struct NumberForm(int Term, string Exact, float Strength, bool IsSearched);
