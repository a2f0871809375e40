using Lectures.Indexing;
using Lectures.Passages;
using Lectures.Searching;
using Microsoft.Extensions.Options;

namespace Lectures.Answers;

/// <summary>From a question to an answer.</summary>
public sealed class Answerer
{
    /// <summary>Excerpts that are looked at for other names.</summary>
    private const int Shown = 3;

    private readonly QuestionReader questions;
    private readonly PassageSearcher searcher;
    private readonly ConfidenceModel confidence;
    private readonly Lazy<ConfidenceModel>? withMeaning;
    private readonly AnswerOptions options;

    /// <param name="withMeaning">For answers with a model's help; null where no model can be set.</param>
    internal Answerer(
        QuestionReader questions, PassageSearcher searcher, ConfidenceModel confidence, IOptions<AnswerOptions> options, Lazy<ConfidenceModel>? withMeaning = null)
    {
        this.questions = questions;
        this.searcher = searcher;
        this.confidence = confidence;
        this.withMeaning = withMeaning;
        this.options = options.Value;
    }

    /// <param name="count">How many excerpts at most.</param>
    /// <param name="scope">The part of the library to ask; null for all of it.</param>
    /// <param name="names">Other names that count beside the shared ones; null for none.</param>
    /// <param name="threshold">The confidence that an answer needs; null for the one that is set.</param>
    public Answer Ask(IndexLease lease, string question, int count, Scope? scope = null, NamesTable? names = null, double? threshold = null) => questions.Read(question) switch
    {
        QuestionReading.Unclear unclear => new Answer.Unclear(unclear.Reason),
        QuestionReading.Clear clear => Ask(lease, clear.Question, count, scope ?? Scope.Everything, names, threshold ?? options.Threshold),
        _ => throw new System.Diagnostics.UnreachableException(),
    };

    /// <summary>Why a passage was shown for a question; null where the question says nothing.</summary>
    public Explanation? Explain(IndexLease lease, string question, Passage passage, NamesTable? names = null) =>
        questions.Read(question) is QuestionReading.Clear clear ? Explanation.Of(searcher.TermsOf(lease, clear.Question, names), questions, passage) : null;

    /// <summary>The stems of the words that say what is asked; to tell questions that are alike.</summary>
    public IReadOnlyList<string> TermsOf(string question) => questions.Read(question) is QuestionReading.Clear clear ? [.. clear.Question.Terms.Select(static word => word.Stem)] : [];

    private Answer Ask(IndexLease lease, Question question, int count, Scope scope, NamesTable? names, double threshold)
    {
        using var ranking = searcher.Search(lease, question, scope, names);
        var selected = ExcerptSelector.Select(ranking.Passages, Math.Max(count, Shown));
        var sure = Confidence.Of(ranking, selected, ranking.Meanings is not null && withMeaning is not null ? withMeaning.Value : confidence);
        IReadOnlyList<Excerpt> excerpts = [.. selected.Take(count).Select(static excerpt => excerpt.Excerpt)];
        return sure >= threshold && excerpts.Count > 0
            ? new Answer.Found(sure, excerpts) { AlsoSearched = Explanation.Others(ranking.Terms, questions, excerpts.Take(Shown).SelectMany(static excerpt => new[] { excerpt.Passage.Text, excerpt.Passage.Transcript.Lecture.Title })) }
            : new Answer.NotFound(sure, excerpts);
    }
}
