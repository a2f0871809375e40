namespace Lectures.Transcripts.Subtitles;

/// <summary>A cue as the file lays it out: its times and the lines that hold its words.</summary>
/// <param name="Speaker">Whom the cue's name names; null where it names nobody.</param>
/// <param name="FirstLine">In <see cref="SourceText.Lines"/>; the lines go up to <paramref name="EndLine"/>, blank ones among them.</param>
internal readonly record struct FoundCue(TimeSpan Start, TimeSpan End, int FirstLine, int EndLine, string? Speaker = null);
