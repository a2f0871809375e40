namespace Lectures.Searching;

/// <summary>Words of a question that mean something together: "pass away", also in "put a fort up".</summary>
/// <param name="Stems">With a space between, as <see cref="RelatedWords"/> has them.</param>
/// <param name="Terms">Those of its words that are terms of the question.</param>
internal readonly record struct QuestionPhrase(string Stems, IReadOnlyList<int> Terms)
{
    /// <summary>Words that may stand between two of a phrase.</summary>
    private const int MostBetween = 2;

    public static IEnumerable<QuestionPhrase> In(Question question, RelatedWords related)
    {
        for (var at = 0; at < question.All.Count; at++)
        {
            foreach (var phrase in related.PhrasesFrom(question.All[at].Stem))
            {
                if (Places(question, phrase, at) is { } places && TermsAt(question, places) is { Count: > 0 } terms)
                {
                    yield return new QuestionPhrase(phrase, terms);
                }
            }
        }
    }

    /// <param name="first">Where the phrase's first word stands.</param>
    /// <returns>Null where the rest of the phrase does not follow.</returns>
    private static List<int>? Places(Question question, ReadOnlySpan<char> phrase, int first)
    {
        List<int>? places = null;
        var stems = phrase.Split(' ');
        _ = stems.MoveNext();
        while (stems.MoveNext())
        {
            if (Following(question, phrase[stems.Current], places?[^1] ?? first) is not (>= 0 and var at))
            {
                return null;
            }

            (places ??= [first]).Add(at);
        }

        return places;
    }

    private static int Following(Question question, ReadOnlySpan<char> stem, int before)
    {
        for (var at = before + 1; at < question.All.Count && at <= before + MostBetween + 1; at++)
        {
            if (stem.SequenceEqual(question.All[at].Stem))
            {
                return at;
            }
        }

        return -1;
    }

    private static List<int> TermsAt(Question question, List<int> places)
    {
        var terms = new List<int>();
        for (var term = 0; term < question.Terms.Count; term++)
        {
            if (places.Exists(place => question.All[place].Stem == question.Terms[term].Stem))
            {
                terms.Add(term);
            }
        }

        return terms;
    }
}
