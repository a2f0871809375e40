using Lectures.Indexing;
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
    public Answer Ask(IndexLease lease, string question, int count) => questions.Read(question) switch
    {
        QuestionReading.Unclear unclear => new Answer.Unclear(unclear.Reason),
        QuestionReading.Clear clear => Ask(lease, clear.Question, count),
        _ => throw new System.Diagnostics.UnreachableException(),
    };

    private Answer Ask(IndexLease lease, Question question, int count)
    {
        var ranking = searcher.Search(lease, question);
        var selected = ExcerptSelector.Select(ranking.Passages, Math.Max(count, 3));
        var sure = Confidence.Of(ranking, selected, confidence);
        IReadOnlyList<Excerpt> excerpts = [.. selected.Take(count).Select(static excerpt => excerpt.Excerpt)];
        return sure >= options.Threshold && excerpts.Count > 0
            ? new Answer.Found(sure, excerpts)
            : new Answer.NotFound(sure, excerpts);
    }
}
