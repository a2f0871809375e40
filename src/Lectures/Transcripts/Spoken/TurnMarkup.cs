using System.Buffers;

namespace Lectures.Transcripts.Spoken;

/// <summary>Finds what captions write for a change of speaker and nobody says: "&gt;&gt;", "&gt;&gt; DAN:", "[SPEAKER_TURN]".</summary>
internal static class TurnMarkup
{
    private const string TurnToken = "[SPEAKER_TURN]";

    private static readonly SearchValues<string> Marks = SearchValues.Create([">>", TurnToken], StringComparison.Ordinal);

    public static List<Removal> Find(Transcript transcript)
    {
        var found = new List<Removal>();
        if (!transcript.Text.AsSpan().ContainsAny(Marks))
        {
            return found;
        }

        foreach (var paragraph in transcript.Paragraphs)
        {
            FindIn(transcript.Text, paragraph.Span, found);
        }

        return found;
    }

    private static void FindIn(string text, TextSpan paragraph, List<Removal> found)
    {
        // Guillemets typed as "<<" and ">>" enclose what is quoted.
        var quotes = text.AsSpan(paragraph.Start, paragraph.Length).Contains("<<", StringComparison.Ordinal);
        for (var at = paragraph.Start; at < paragraph.End; at++)
        {
            var skip = text.AsSpan(at, paragraph.End - at).IndexOfAny(Marks);
            if (skip < 0)
            {
                return;
            }

            at += skip;
            var isToken = text[at] == '[';
            var end = at + (isToken ? TurnToken.Length : 2);
            while (!isToken && end < paragraph.End && text[end] == '>')
            {
                end++;
            }

            var standsApart = isToken || at == paragraph.Start || char.IsWhiteSpace(text[at - 1]);
            if (standsApart && (isToken || !quotes))
            {
                var speaker = isToken ? null : TakeLabel(text, ref end, paragraph.End);
                found.Add(new Removal(new TextSpan(at, end), IsGap: false, speaker));
            }

            at = end - 1;
        }
    }

    /// <summary>Behind the mark, only capitals before a colon name the speaker.</summary>
    private static string? TakeLabel(string text, ref int at, int end)
    {
        var start = at;
        while (start < end && char.IsWhiteSpace(text[start]))
        {
            start++;
        }

        var rest = text.AsSpan(start, end - start);
        if (!SpeakerLabels.TryRead(rest, out var name, out var words) || rest[name.Start..name.End].ToString().Any(char.IsLower))
        {
            return null;
        }

        at = start + words;
        return rest[name.Start..name.End].ToString();
    }
}
