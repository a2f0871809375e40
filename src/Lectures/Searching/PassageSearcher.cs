using Lectures.Indexing;

namespace Lectures.Searching;

/// <summary>From a question to ranked passages: Lucene finds candidates, the model ranks their sentences.</summary>
internal sealed class PassageSearcher(RankingModels models, NamesTable names, RelatedWords related)
{
    public const int Candidates = 80;

    /// <summary>How many passages excerpts are chosen from.</summary>
    private const int Shown = 14;

    /// <param name="others">Names that count beside the shared ones; null for none.</param>
    public Ranking Search(IndexLease lease, Question question, Scope scope, NamesTable? others = null)
    {
        var look = Look(lease, question, scope, others);
        var candidates = look.Candidates;
        var probabilities = models.Sentences.Probabilities(look.Table);
        var passages = new List<RankedPassage>(candidates.Count);
        var row = 0;
        foreach (var candidate in candidates)
        {
            var sentences = probabilities.AsMemory(row, candidate.Profile.Sentences.Length);
            var mass = 0f;
            foreach (var probability in sentences.Span)
            {
                mass += probability;
            }

            var first = row;
            passages.Add(new RankedPassage(
                candidate, sentences, mass, () => models.Highlights.Probabilities(look.Table, first, sentences.Length), () => lease.Lecture(candidate.LectureDocument).Passages[candidate.Ordinal]));
            row += sentences.Length;
        }

        return new Ranking([.. passages.OrderByDescending(static passage => passage.Mass).Take(Shown)], look);
    }

    public QuestionTerms TermsOf(IndexLease lease, Question question, NamesTable? others = null) => new(question, lease.Searcher.IndexReader, lease.Vocabulary, names.And(others), related);

    /// <summary>All that ranking sees of a question, also for training.</summary>
    public RankingInput Look(IndexLease lease, Question question, Scope scope, NamesTable? others = null)
    {
        var searcher = lease.Searcher;
        var terms = TermsOf(lease, question, others);
        var profiles = new PassageProfiles(searcher.IndexReader, terms);
        var found = searcher.Search(QueryBuilder.Build(terms, searcher.IndexReader), QueryBuilder.Filter(scope), Candidates).ScoreDocs;
        var candidates = new List<Candidate>(found.Length);
        foreach (var hit in found)
        {
            candidates.Add(new Candidate(hit.Doc, profiles.Ordinal(hit.Doc), hit.Score, profiles.Get(hit.Doc)));
        }

        var standing = new LectureStanding(searcher.IndexReader, terms);
        return new RankingInput(terms, new FeatureTable(candidates, terms, profiles, standing), standing, candidates, profiles);
    }
}

/// <summary>What ranking sees of a question.</summary>
/// <param name="Profiles">Whose memory the candidates' coverages are in.</param>
internal sealed record RankingInput(QuestionTerms Terms, FeatureTable Table, LectureStanding Standing, IReadOnlyList<Candidate> Candidates, PassageProfiles Profiles) : IDisposable
{
    public void Dispose()
    {
        Profiles.Dispose();
        Table.Dispose();
    }
}

/// <summary>What a search gave; valid until disposed.</summary>
/// <param name="Passages">The most probable first.</param>
internal sealed record Ranking(IReadOnlyList<RankedPassage> Passages, RankingInput Input) : IDisposable
{
    public QuestionTerms Terms => Input.Terms;

    public IReadOnlyList<Candidate> Candidates => Input.Candidates;

    public LectureStanding Standing => Input.Standing;

    public void Dispose() => Input.Dispose();
}
