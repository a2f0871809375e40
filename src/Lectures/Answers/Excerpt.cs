using Lectures.Passages;
using Lectures.Transcripts;

namespace Lectures.Answers;

/// <summary>Verbatim words of a passage: a place in the transcript, never a string of their own.</summary>
/// <param name="Span">In the transcript's text, inside the passage; at most <see cref="ExcerptSelector.MostCharacters"/> long.</param>
/// <param name="Highlight">The sentence that answers, inside <paramref name="Span"/>.</param>
public sealed record Excerpt(Passage Passage, TextSpan Span, TextSpan Highlight)
{
    public string Text => Span.In(Passage.Transcript.Text);

    public Citation Citation => Citation.Of(Passage, Span);

    /// <summary>Whether the excerpt ends inside a sentence, which only one longer than an excerpt can make it do.</summary>
    public bool CutsSentence => !Passage.Transcript.Sentences.Any(sentence => sentence.End == Span.End);
}
