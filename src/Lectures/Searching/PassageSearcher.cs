using Lectures.Indexing;

namespace Lectures.Searching;

/// <summary>From a question to ranked passages: Lucene finds candidates, the model ranks their sentences.</summary>
internal sealed class PassageSearcher(RankingModel model, NamesTable names)
{
    public const int Candidates = 60;

    /// <summary>Lectures are read from disk only for passages that may be shown.</summary>
    private const int Shown = 14;

    /// <param name="others">Names that count beside the shared ones; null for none.</param>
    public Ranking Search(IndexLease lease, Question question, Scope scope, NamesTable? others = null)
    {
        var (terms, table, candidates) = Look(lease, question, scope, others);
        var probabilities = model.Probabilities(table);
        var passages = new List<(Candidate Candidate, ReadOnlyMemory<float> Sentences, float Mass)>(candidates.Count);
        var row = 0;
        foreach (var candidate in candidates)
        {
            var sentences = probabilities.AsMemory(row, candidate.Profile.Sentences.Count);
            var mass = 0f;
            foreach (var probability in sentences.Span)
            {
                mass += probability;
            }

            passages.Add((candidate, sentences, mass));
            row += sentences.Length;
        }

        var best = passages.OrderByDescending(static passage => passage.Mass).Take(Shown)
            .Select(passage => new RankedPassage(lease.Lecture(passage.Candidate.LectureDocument).Passages[passage.Candidate.Ordinal], passage.Sentences));
        return new Ranking([.. best], terms, candidates);
    }

    public QuestionTerms TermsOf(IndexLease lease, Question question, NamesTable? others = null) => new(question, lease.Searcher.IndexReader, lease.Vocabulary, names.And(others));

    /// <summary>All that ranking sees of a question, also for training.</summary>
    public (QuestionTerms Terms, FeatureTable Table, IReadOnlyList<Candidate> Candidates) Look(IndexLease lease, Question question, Scope scope, NamesTable? others = null)
    {
        var searcher = lease.Searcher;
        var terms = TermsOf(lease, question, others);
        var profiles = new PassageProfiles(searcher.IndexReader, terms);
        var found = searcher.Search(QueryBuilder.Build(terms), QueryBuilder.Filter(scope), Candidates).ScoreDocs;
        var candidates = new List<Candidate>(found.Length);
        foreach (var hit in found)
        {
            candidates.Add(new Candidate(hit.Doc, profiles.Ordinal(hit.Doc), hit.Score, profiles.Get(hit.Doc)));
        }

        return (terms, new FeatureTable(candidates, terms, profiles), candidates);
    }
}

/// <summary>What a search gave.</summary>
/// <param name="Passages">The most probable first.</param>
internal sealed record Ranking(IReadOnlyList<RankedPassage> Passages, QuestionTerms Terms, IReadOnlyList<Candidate> Candidates);
