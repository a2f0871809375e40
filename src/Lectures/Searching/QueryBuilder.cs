using Lectures.Indexing;
using Lucene.Net.Index;
using Lucene.Net.Search;

namespace Lectures.Searching;

/// <summary>From a question to Lucene's queries: every term in every field, the parts added up (BM25F without its common saturation).</summary>
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

    /// <summary>
    /// Occurrences that one question may look at. The rarest words come first, so that in a large library it is the frequent ones that are
    /// left to ranking, which sees all words of the passages found.
    /// </summary>
    private const int MostOccurrences = 60_000;

    public static List<Query> Build(QuestionTerms terms)
    {
        var clauses = new List<(Term Term, TermContext States, float Boost)>();
        foreach (var word in terms.Question.Terms)
        {
            foreach (var (field, stems, boost) in Fields)
            {
                Add(clauses, field, stems ? word.Stem : word.Exact, boost, terms.Lookup);
            }
        }

        foreach (var (stem, strength, _) in terms.Others)
        {
            Add(clauses, IndexFields.Body, stem, strength * 0.5f, terms.Lookup);
        }

        var queries = new List<Query>();
        var occurrences = 0;
        foreach (var (term, states, boost) in clauses.OrderBy(static clause => clause.States.DocFreq))
        {
            occurrences += states.DocFreq;
            if (occurrences > MostOccurrences && queries.Count > 0)
            {
                break;
            }

            queries.Add(new TermQuery(term, states) { Boost = boost });
        }

        foreach (var pair in terms.Pairs)
        {
            var both = new BooleanQuery { Boost = pair.Strength * 0.5f };
            both.Add(new TermQuery(new Term(IndexFields.Body, pair.First)), Occur.MUST);
            both.Add(new TermQuery(new Term(IndexFields.Body, pair.Second)), Occur.MUST);
            queries.Add(both);
        }

        return queries;
    }

    private static void Add(List<(Term Term, TermContext States, float Boost)> clauses, string field, string text, float boost, TermLookup lookup)
    {
        var states = lookup.States(field, text);
        if (states.DocFreq > 0)
        {
            clauses.Add((new Term(field, text), states, boost));
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
