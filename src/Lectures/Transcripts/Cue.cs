namespace Lectures.Transcripts;

/// <summary>One timed run of text; <paramref name="Start"/> and <paramref name="End"/> count from the start of the recording.</summary>
public sealed record Cue(TextSpan Span, TimeSpan Start, TimeSpan End);
