namespace Lectures.Transcripts.Json;

/// <summary>One segment of a structured transcript.</summary>
/// <param name="From">From the start of the recording; null where the segment carries no time.</param>
/// <param name="Speaker">The label as written; null where there is none.</param>
/// <param name="Strings">The insides of the string literals that make up its text, in the decoded file, escapes and all.</param>
internal sealed record JsonSegment(TimeSpan? From, TimeSpan? To, string? Speaker, List<TextSpan> Strings);
