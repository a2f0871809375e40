using Lectures.Indexing;

namespace Lectures.Searching;

/// <summary>From a question to ranked passages: Lucene finds candidates, the model ranks their sentences.</summary>
/// <param name="semantics">Null where no model can be set.</param>
internal sealed class PassageSearcher(RankingModels models, NamesTable names, RelatedWords related, SemanticRanking? semantics = null)
{
    public const int Candidates = 80;

    /// <summary>How many passages excerpts are chosen from.</summary>
    private const int Shown = 14;

    private readonly KnownInLibraries known = new(related);

    /// <param name="others">Names that count beside the shared ones; null for none.</param>
    public Ranking Search(IndexLease lease, Question question, Scope scope, NamesTable? others = null)
    {
        var look = Look(lease, question, scope, others);
        var candidates = look.Candidates;
        var by = look.Meanings is not null && semantics is not null ? semantics.Weights : models;
        var probabilities = by.Sentences.Probabilities(look.Table);
        var passages = new List<RankedPassage>(candidates.Count);
        var row = 0;
        foreach (var candidate in candidates)
        {
            var count = candidate.Profile.Sentences.Length;
            passages.Add(new RankedPassage(candidate, row, probabilities[row..(row + count)], () => lease.Passage(candidate.LectureDocument, candidate.Ordinal)));
            row += count;
        }

        passages = [.. passages.OrderByDescending(static passage => passage.Mass)];
        passages = [.. (semantics is { Reranks: true } ? semantics.Rerank(passages, question.Text) : passages).Take(Shown)
            .Select(passage => SentenceProbabilities.WithHighlights(passage, by.Highlights, look.Table).WithEvidence(by.Evidence.Scores(look.Table, passage.Row, passage.Sentences.Length)))];
        return new Ranking([.. SentenceProbabilities.Joined(passages).OrderByDescending(static passage => passage.Mass)], look);
    }

    public QuestionTerms TermsOf(IndexLease lease, Question question, NamesTable? others = null)
    {
        return new QuestionTerms(question, new TermLookup(lease.Searcher.IndexReader), lease.Vocabulary, names.And(others), known.In(lease.State));
    }

    /// <summary>All that ranking sees of a question, also for training.</summary>
    public RankingInput Look(IndexLease lease, Question question, Scope scope, NamesTable? others = null)
    {
        var searcher = lease.Searcher;
        var terms = TermsOf(lease, question, others);
        var profiles = new PassageProfiles(searcher.IndexReader, terms);
        var filter = QueryBuilder.Filter(scope);
        var found = CandidateSearch.Best(terms.Lookup, QueryBuilder.Build(terms), filter, Candidates);
        var standing = new LectureStanding(terms, profiles);
        List<Candidate> candidates = [.. CandidatePruner.Best(
            found.ConvertAll(hit => new Candidate(hit.Doc, profiles.Ordinal(hit.Doc), hit.Score, profiles.Get(hit.Doc))), terms.Weights, standing)];
        SentenceMeanings? meanings = null;
        if (semantics?.Find(searcher.IndexReader, question.Text, filter) is { } meant)
        {
            var scores = found.ToDictionary(static hit => hit.Doc, static hit => hit.Score);
            candidates.AddRange(meant.Nearest.Documents.Select(static near => near.Document).Except(candidates.Select(static candidate => candidate.Document))
                .Select(near => new Candidate(near, profiles.Ordinal(near), scores.GetValueOrDefault(near), profiles.Get(near))));
            meanings = SentenceMeanings.Of(candidates, searcher.IndexReader, meant.Question, meant.Nearest.StandsOut);
        }

        Hearing.Listen(candidates, profiles, terms);
        return new RankingInput(terms, new FeatureTable(candidates, terms, profiles, standing, meanings), standing, candidates, profiles, meanings);
    }
}

/// <summary>What ranking sees of a question.</summary>
/// <param name="Profiles">Whose memory the candidates' coverages are in.</param>
/// <param name="Meanings">Null without a model.</param>
internal sealed record RankingInput(
    QuestionTerms Terms, FeatureTable Table, LectureStanding Standing, IReadOnlyList<Candidate> Candidates, PassageProfiles Profiles, SentenceMeanings? Meanings) : IDisposable
{
    public void Dispose()
    {
        Profiles.Dispose();
        Standing.Dispose();
        Table.Dispose();
    }
}

/// <summary>What a search gave; valid until disposed.</summary>
/// <param name="Passages">The most probable first.</param>
internal sealed record Ranking(IReadOnlyList<RankedPassage> Passages, RankingInput Input) : IDisposable
{
    /// <summary>How much there is for an answer at all in the first passages (<see cref="RankingModels.Evidence"/>), a logarithm.</summary>
    public float Evidence => RankingModel.LogSumExp([.. Passages.Select(static passage => RankingModel.LogSumExp(passage.Evidence))]);

    public QuestionTerms Terms => Input.Terms;

    public IReadOnlyList<Candidate> Candidates => Input.Candidates;

    public LectureStanding Standing => Input.Standing;

    /// <summary>Null without a model.</summary>
    public SentenceMeanings? Meanings => Input.Meanings;

    public void Dispose() => Input.Dispose();
}
