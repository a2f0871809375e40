namespace Lectures.Transcripts.Subtitles;

/// <summary>A cue as a viewer sees it.</summary>
/// <param name="Text">In the <see cref="CueText"/>.</param>
/// <param name="FirstLine">In <see cref="CueText.LineStarts"/>; the lines go up to <paramref name="EndLine"/>.</param>
/// <param name="Source">Its words with their markup, in the file.</param>
internal readonly record struct ShownCue(TimeSpan Start, TimeSpan End, TextSpan Text, int FirstLine, int EndLine, TextSpan Source);
