using Lectures.Answers;
using Lectures.Passages;
using Lectures.Transcripts;

namespace Bot.Chat;

/// <summary>An excerpt in few characters, so that a button can carry it. The passage's id is made of its text, so the places in it hold as long as it is found.</summary>
/// <param name="Span">UTF-16 offsets from the passage's start.</param>
/// <param name="Highlight">Likewise, inside <paramref name="Span"/>.</param>
public sealed record ExcerptPlace(string PassageId, TextSpan Span, TextSpan Highlight)
{
    public static ExcerptPlace Of(Excerpt excerpt)
    {
        var start = excerpt.Passage.Span.Start;
        return new ExcerptPlace(excerpt.Passage.Id, excerpt.Span.Moved(-start), excerpt.Highlight.Moved(-start));
    }

    /// <summary>Null where the places are not whole sentences of the passage, or the beginning of one: nothing else was ever shown.</summary>
    public Excerpt? In(Passage passage)
    {
        var start = passage.Span.Start;
        var excerpt = new Excerpt(passage, Span.Moved(start), Highlight.Moved(start));
        var sentences = passage.Transcript.Sentences.Skip(passage.FirstSentence).Take(passage.EndSentence - passage.FirstSentence).ToList();
        var isShown = passage.Span.Contains(excerpt.Span) && excerpt.Span.Contains(excerpt.Highlight) && !excerpt.Highlight.IsEmpty
            && sentences.Any(sentence => sentence.Start == excerpt.Span.Start)
            && sentences.Any(sentence => sentence.Start == excerpt.Highlight.Start);
        return isShown ? excerpt : null;
    }
}
