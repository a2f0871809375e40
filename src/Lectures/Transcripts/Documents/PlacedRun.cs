namespace Lectures.Transcripts.Documents;

/// <summary>A run of a block's words and where it stands.</summary>
/// <param name="Words">In the block's text.</param>
/// <param name="Source">In the unit of the transcript's source map.</param>
internal readonly record struct PlacedRun(TextSpan Words, TextSpan Source);
