using Lectures.Indexing;
using Lectures.Passages;
using Lectures.Searching;
using Microsoft.Extensions.Options;

namespace Lectures.Answers;

/// <summary>From a question to an answer.</summary>
public sealed class Answerer
{
    private readonly QuestionReader questions;
    private readonly PassageSearcher searcher;
    private readonly ConfidenceModel confidence;
    private readonly AnswerOptions options;

    internal Answerer(QuestionReader questions, PassageSearcher searcher, ConfidenceModel confidence, IOptions<AnswerOptions> options)
    {
        this.questions = questions;
        this.searcher = searcher;
        this.confidence = confidence;
        this.options = options.Value;
    }

    /// <param name="count">How many excerpts at most.</param>
    /// <param name="scope">The part of the library to ask; null for all of it.</param>
    public Answer Ask(IndexLease lease, string question, int count, Scope? scope = null) => questions.Read(question) switch
    {
        QuestionReading.Unclear unclear => new Answer.Unclear(unclear.Reason),
        QuestionReading.Clear clear => Ask(lease, clear.Question, count, scope ?? Scope.Everything),
        _ => throw new System.Diagnostics.UnreachableException(),
    };

    /// <summary>Why a passage was shown for a question; null where the question says nothing.</summary>
    public Explanation? Explain(IndexLease lease, string question, Passage passage) =>
        questions.Read(question) is QuestionReading.Clear clear ? Explanation.Of(searcher.TermsOf(lease, clear.Question), questions, passage) : null;

    private Answer Ask(IndexLease lease, Question question, int count, Scope scope)
    {
        using var ranking = searcher.Search(lease, question, scope);
        var selected = ExcerptSelector.Select(ranking.Passages, Math.Max(count, 3));
        var sure = Confidence.Of(ranking, selected, confidence);
        IReadOnlyList<Excerpt> excerpts = [.. selected.Take(count).Select(static excerpt => excerpt.Excerpt)];
        return sure >= options.Threshold && excerpts.Count > 0
            ? new Answer.Found(sure, excerpts)
            : new Answer.NotFound(sure, excerpts);
    }
}
