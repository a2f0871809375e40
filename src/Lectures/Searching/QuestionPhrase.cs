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
                    yield return new QuestionPhrase(string.Join(' ', phrase), terms);
                }
            }
        }
    }

    /// <summary>Null where the rest of the phrase does not follow.</summary>
    private static int[]? Places(Question question, string[] phrase, int first)
    {
        var places = new int[phrase.Length];
        places[0] = first;
        for (var part = 1; part < phrase.Length; part++)
        {
            var at = places[part - 1] + 1;
            var end = Math.Min(question.All.Count, at + MostBetween + 1);
            while (at < end && question.All[at].Stem != phrase[part])
            {
                at++;
            }

            if (at == end)
            {
                return null;
            }

            places[part] = at;
        }

        return places;
    }

    private static List<int> TermsAt(Question question, int[] places)
    {
        var terms = new List<int>();
        for (var term = 0; term < question.Terms.Count; term++)
        {
            if (places.Any(place => question.All[place].Stem == question.Terms[term].Stem))
            {
                terms.Add(term);
            }
        }

        return terms;
    }
}
