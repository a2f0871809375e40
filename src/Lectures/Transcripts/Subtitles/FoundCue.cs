namespace Lectures.Transcripts.Subtitles;

/// <summary>A cue as the file lays it out: its times and the lines that hold its words.</summary>
/// <param name="FirstLine">In <see cref="SourceText.Lines"/>; the lines go up to <paramref name="EndLine"/>, blank ones among them.</param>
internal readonly record struct FoundCue(TimeSpan Start, TimeSpan End, int FirstLine, int EndLine);
