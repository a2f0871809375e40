using Lectures.Indexing;
using Lectures.Searching;
using Microsoft.Extensions.Options;

namespace Lectures.Answers;

/// <summary>From a question to an answer.</summary>
public sealed class Answerer
{
    private readonly QuestionReader questions;
    private readonly AnswerOptions options;

    internal Answerer(QuestionReader questions, IOptions<AnswerOptions> options)
    {
        this.questions = questions;
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
        var (hits, weights) = PassageSearcher.Search(lease, question);
        var confidence = Confidence.Of(hits, weights);
        var excerpts = ExcerptSelector.Select(hits, count);
        return confidence >= options.Threshold && excerpts.Count > 0
            ? new Answer.Found(confidence, excerpts)
            : new Answer.NotFound(confidence, excerpts);
    }
}
