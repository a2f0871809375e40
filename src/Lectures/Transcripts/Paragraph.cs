namespace Lectures.Transcripts;

/// <summary>A run of text that its source sets apart: a paragraph or a speaker's turn.</summary>
/// <param name="Section">Its place in <see cref="Transcript.Sections"/>.</param>
/// <param name="Speaker">Null where the source names none for this turn.</param>
/// <param name="FollowsGap">Words of the source before it were set aside, so nothing quoted may reach across.</param>
public sealed record Paragraph(TextSpan Span, int Section, string? Speaker, bool FollowsGap);
