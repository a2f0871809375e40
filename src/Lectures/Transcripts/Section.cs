namespace Lectures.Transcripts;

/// <summary>The text under one heading. The heading itself is not spoken, so it is not part of the transcript's text.</summary>
/// <param name="Heading">Null for what stands before the first heading.</param>
public sealed record Section(string? Heading, TextSpan Span);
