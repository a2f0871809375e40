namespace Lectures.Transcripts.Documents;

/// <summary>A run of a block's words and where it stands.</summary>
/// <param name="Words">In the block's text.</param>
/// <param name="Source">In the unit of the transcript's source map.</param>
internal readonly record struct PlacedRun(TextSpan Words, TextSpan Source)
{
    /// <summary>The run as far as it holds these words: all of its place, where it was not taken over unchanged.</summary>
    public PlacedRun Part(TextSpan words) => Words.Length == Source.Length
        ? new PlacedRun(words, new TextSpan(Source.Start + words.Start - Words.Start, Source.Start + words.End - Words.Start))
        : this with { Words = words };
}
