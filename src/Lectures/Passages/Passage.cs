using Lectures.Transcripts;

namespace Lectures.Passages;

/// <summary>The unit that is indexed, ranked and quoted: some sentences of one section of a transcript.</summary>
/// <param name="Transcript">Of a passage that was read from an index to be quoted only what belongs to it.</param>
/// <param name="Ordinal">Its place among the lecture's passages, from 0; its neighbours are one off.</param>
/// <param name="FirstSentence">In <see cref="Transcript.Sentences"/>.</param>
/// <param name="EndSentence">After the last one.</param>
public sealed record Passage(Transcript Transcript, int Ordinal, int FirstSentence, int EndSentence)
{
    public TextSpan Span => new(Transcript.Sentences[FirstSentence].Start, Transcript.Sentences[EndSentence - 1].End);

    /// <param name="index">From the passage's first.</param>
    public TextSpan Sentence(int index) => Transcript.Sentences[FirstSentence + index];

    public string Text => Span.In(Transcript.Text);

    /// <summary>Stable over reindexing: a hash of lecture and text.</summary>
    public string Id => StableHash.Of($"{Transcript.Lecture.Id}\n{Text}");

    public string? Section => Transcript.Sections[Transcript.ParagraphAt(Span.Start).Section].Heading;
}
