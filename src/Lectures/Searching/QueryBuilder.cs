using Lectures.Indexing;
using Lucene.Net.Index;
using Lucene.Net.Search;

namespace Lectures.Searching;

/// <summary>From a question to what is looked for: every term in every field, the parts added up (BM25F without its common saturation).</summary>
internal static class QueryBuilder
{
    /// <summary>What a field counts beside the stemmed body.</summary>
    private static readonly (string Field, bool Stems, float Boost)[] Fields =
    [
        (IndexFields.Body, true, 1f),
        (IndexFields.Exact, false, 0.3f),
        (IndexFields.Section, true, 0.8f),
        (IndexFields.Title, true, 0.5f),
        (IndexFields.Series, true, 0.15f),
    ];

    /// <summary>What another form or name of a term counts beside it, and a word that says nearly the same.</summary>
    private const float OtherBoost = 0.5f;
    private const float NearBoost = 0.25f;

    /// <summary>
    /// Occurrences that one question may look at. The rarest words come first, so that in a large library it is the frequent ones that are
    /// left to ranking, which sees all words of the passages found.
    /// </summary>
    private const int MostOccurrences = 60_000;

    /// <summary>The same for words that only say nearly the same as the question's, which keep none of its own away.</summary>
    private const int MostNearOccurrences = 2_000;

    public static CandidateQuery Build(QuestionTerms terms)
    {
        var clauses = new List<(Clause Clause, int Frequency)>();
        foreach (var word in terms.Question.Terms)
        {
            foreach (var (field, stems, boost) in Fields)
            {
                Add(clauses, new Clause(field, stems ? word.Stem : word.Exact, boost), terms.Lookup);
            }
        }

        foreach (var (stem, strength, _) in terms.Others)
        {
            Add(clauses, new Clause(IndexFields.Body, stem, strength * OtherBoost), terms.Lookup);
        }

        var query = new CandidateQuery([], [.. terms.Pairs.Select(static pair => (pair.Documents, pair.Strength * OtherBoost))]);
        Take(clauses, MostOccurrences, query.Clauses);
        Take(terms.Near.Select(static near => (new Clause(IndexFields.Body, near.Stem, near.Strength * NearBoost), near.Passages)), MostNearOccurrences, query.Clauses);
        return query;
    }

    private static void Take(IEnumerable<(Clause Clause, int Frequency)> clauses, int most, List<Clause> taken)
    {
        var occurrences = 0;
        foreach (var (clause, frequency) in clauses.OrderBy(static clause => clause.Frequency))
        {
            occurrences += frequency;
            if (occurrences > most && taken.Count > 0)
            {
                break;
            }

            taken.Add(clause);
        }
    }

    private static void Add(List<(Clause Clause, int Frequency)> clauses, Clause clause, TermLookup lookup)
    {
        if (lookup.DocFreq(clause.Field, clause.Text) is > 0 and var frequency)
        {
            clauses.Add((clause, frequency));
        }
    }

    /// <summary>Null where everything is searched.</summary>
    public static Filter? Filter(Scope scope)
    {
        if (scope == Scope.Everything)
        {
            return null;
        }

        var within = new BooleanQuery();
        Require(within, IndexFields.SeriesKey, scope.SeriesKey);
        Require(within, IndexFields.SpeakerKey, scope.SpeakerKey);
        return new QueryWrapperFilter(within);
    }

    private static void Require(BooleanQuery query, string field, string? key)
    {
        if (key is not null)
        {
            query.Add(new TermQuery(new Term(field, key)), Occur.MUST);
        }
    }
}

/// <summary>A term in a field.</summary>
/// <param name="Boost">What its score counts.</param>
internal readonly record struct Clause(string Field, string Text, float Boost);

/// <summary>What is looked for in the index.</summary>
/// <param name="Found">Documents that were found already, as if a term had stood in them.</param>
internal sealed record CandidateQuery(List<Clause> Clauses, IReadOnlyList<(IReadOnlyList<int> Documents, float Boost)> Found);
