using System.Runtime.CompilerServices;
using Lectures.Indexing;
using Lucene.Net.Index;

namespace Lectures.Searching;

/// <summary>From a question to ranked passages: Lucene finds candidates, the model ranks their sentences.</summary>
/// <param name="semantics">Null where no model can be set.</param>
internal sealed class PassageSearcher(RankingModels models, NamesTable names, RelatedWords related, SemanticRanking? semantics = null)
{
    public const int Candidates = 80;

    /// <summary>How many passages excerpts are chosen from.</summary>
    private const int Shown = 14;

    /// <summary>For each state of an index that is asked.</summary>
    private readonly ConditionalWeakTable<IndexReader, RelatedInLibrary> relatedIn = [];
    private readonly ConditionalWeakTable<IndexReader, NamesInLibrary> namesIn = [];

    /// <param name="others">Names that count beside the shared ones; null for none.</param>
    public Ranking Search(IndexLease lease, Question question, Scope scope, NamesTable? others = null)
    {
        var look = Look(lease, question, scope, others);
        var candidates = look.Candidates;
        var by = look.Meanings is not null && semantics is not null ? semantics.Weights : models;
        var probabilities = by.Sentences.Probabilities(look.Table, out var evidence);
        var passages = new List<RankedPassage>(candidates.Count);
        var row = 0;
        foreach (var candidate in candidates)
        {
            var count = candidate.Profile.Sentences.Length;
            passages.Add(new RankedPassage(candidate, row, probabilities[row..(row + count)], () => lease.Lecture(candidate.LectureDocument).Passages[candidate.Ordinal]));
            row += count;
        }

        passages = [.. passages.OrderByDescending(static passage => passage.Mass)];
        passages = [.. (semantics is { Reranks: true } ? semantics.Rerank(passages, question.Text) : passages).Take(Shown).Select(passage => SentenceProbabilities.WithHighlights(passage, by.Highlights, look.Table))];
        return new Ranking([.. SentenceProbabilities.Joined(passages).OrderByDescending(static passage => passage.Mass)], look, evidence);
    }

    public QuestionTerms TermsOf(IndexLease lease, Question question, NamesTable? others = null)
    {
        var reader = lease.Searcher.IndexReader;
        return new QuestionTerms(question, new TermLookup(reader), lease.Vocabulary, names.And(others), relatedIn.GetValue(reader, _ => new RelatedInLibrary(related)), namesIn.GetValue(reader, static _ => new NamesInLibrary()));
    }

    /// <summary>All that ranking sees of a question, also for training.</summary>
    public RankingInput Look(IndexLease lease, Question question, Scope scope, NamesTable? others = null)
    {
        var searcher = lease.Searcher;
        var terms = TermsOf(lease, question, others);
        var profiles = new PassageProfiles(searcher.IndexReader, terms);
        var filter = QueryBuilder.Filter(scope);
        var found = CandidateSearch.Best(terms.Lookup, QueryBuilder.Build(terms), filter, Candidates);
        var candidates = new List<Candidate>(found.Count);
        foreach (var hit in found)
        {
            candidates.Add(new Candidate(hit.Doc, profiles.Ordinal(hit.Doc), hit.Score, profiles.Get(hit.Doc)));
        }

        SentenceMeanings? meanings = null;
        if (semantics?.Find(searcher.IndexReader, question.Text, filter) is { } meant)
        {
            var known = found.Select(static hit => hit.Doc).ToHashSet();
            candidates.AddRange(meant.Nearest.Documents.Where(near => !known.Contains(near.Document))
                .Select(near => new Candidate(near.Document, profiles.Ordinal(near.Document), 0, profiles.Get(near.Document))));
            meanings = SentenceMeanings.Of(candidates, searcher.IndexReader, meant.Question, meant.Nearest.StandsOut);
        }

        var standing = new LectureStanding(terms, profiles);
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
/// <param name="Evidence">How much the ranking has for an answer at all, up to a constant: <see cref="RankingModel.Probabilities(FeatureTable, out float)"/>.</param>
internal sealed record Ranking(IReadOnlyList<RankedPassage> Passages, RankingInput Input, float Evidence) : IDisposable
{
    public QuestionTerms Terms => Input.Terms;

    public IReadOnlyList<Candidate> Candidates => Input.Candidates;

    public LectureStanding Standing => Input.Standing;

    /// <summary>Null without a model.</summary>
    public SentenceMeanings? Meanings => Input.Meanings;

    public void Dispose() => Input.Dispose();
}
