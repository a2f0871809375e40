namespace Lectures.Transcripts.Spoken;

/// <summary>
/// What is done alike to transcripts of every format: marks of a change of speaker are taken out of the text, and sponsor reads and a
/// site's own lines are set aside.
/// </summary>
internal static class SpeechCleaning
{
    public static ParseResult Clean(ParseResult read, ReadingContext context)
    {
        if (read is not ParseResult.Parsed { Transcript: var transcript } parsed)
        {
            return read;
        }

        var turns = TurnMarkup.Find(transcript);
        var cleaned = turns.Count == 0 ? transcript : TextRemoval.Apply(transcript, turns);
        var boilerplate = context.KeepBoilerplate ? [] : Boilerplate.Find(cleaned);
        cleaned = boilerplate.Count == 0 ? cleaned : TextRemoval.Apply(cleaned, boilerplate);
        return cleaned.Text.Length == 0
            ? new ParseResult.Rejected(transcript.Lecture.File, null, "The file holds only announcements and marks, no lecture. Put the lecture's words into it, or keep such lines for this series.")
            : ReferenceEquals(cleaned, transcript) ? read : parsed with { Transcript = cleaned };
    }
}
