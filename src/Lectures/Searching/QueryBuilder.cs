using Lectures.Indexing;
using Lucene.Net.Index;
using Lucene.Net.Search;

namespace Lectures.Searching;

/// <summary>From a question to Lucene's query: every term in every field, the parts added up (BM25F without its common saturation).</summary>
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

    public static Query Build(QuestionTerms terms)
    {
        var query = new BooleanQuery(disableCoord: true);
        foreach (var word in terms.Question.Terms)
        {
            foreach (var (field, stems, boost) in Fields)
            {
                query.Add(new TermQuery(new Term(field, stems ? word.Stem : word.Exact)) { Boost = boost }, Occur.SHOULD);
            }
        }

        foreach (var (stem, strength) in terms.Others)
        {
            query.Add(new TermQuery(new Term(IndexFields.Body, stem)) { Boost = strength * 0.5f }, Occur.SHOULD);
        }

        return query;
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
