namespace Lectures.Transcripts.Spoken;

/// <summary>
/// Recognises sponsor reads and what sites and podcasts say about themselves, sentence by sentence. It goes by whole set phrases that name
/// the episode, the show or a site, never by a word that history uses too, and would rather leave an advertisement than take a fact.
/// </summary>
internal static class Boilerplate
{
    /// <summary>A sponsor read goes on for so many sentences at most.</summary>
    private const int LongestRead = 14;

    /// <summary>Sentences of a sponsor read between two that give themselves away.</summary>
    private const int LongestBridge = 2;

    private const int LongestLink = 200;

    /// <summary>A line of its own that only sends the reader elsewhere.</summary>
    public static bool IsLine(ReadOnlySpan<char> line) => line.Length <= LongestLink && BoilerplatePhrases.OpensLink(line);

    /// <summary>The sentences to set aside, in text order.</summary>
    public static List<Removal> Find(Transcript transcript)
    {
        var found = new List<Removal>();
        var sentences = transcript.Sentences;
        for (var i = 0; i < sentences.Count; i++)
        {
            var sentence = transcript.Text.AsSpan(sentences[i].Start, sentences[i].Length);
            if (SponsorPhrases.Opening(sentence) is { } opening)
            {
                found.Add(new Removal(sentences[i] with { Start = sentences[i].Start + opening.Start }, IsGap: true));
                var end = EndOfRead(transcript, i, opening.Sponsor);
                for (i++; i < end; i++)
                {
                    found.Add(new Removal(sentences[i], IsGap: true));
                }

                i--;
            }
            else if (BoilerplatePhrases.IsSiteSentence(sentence) || (IsLine(sentence) && IsParagraph(transcript, sentences[i])))
            {
                found.Add(new Removal(sentences[i], IsGap: true));
            }
        }

        return found;
    }

    /// <summary>After the last sentence of a sponsor read: it goes on while sentences advertise, with a few that speak to the listener between.</summary>
    private static int EndOfRead(Transcript transcript, int opening, string? sponsor)
    {
        var end = opening + 1;
        var bridge = 0;
        for (var i = opening + 1; i < transcript.Sentences.Count && i <= opening + LongestRead; i++)
        {
            var span = transcript.Sentences[i];
            var sentence = transcript.Text.AsSpan(span.Start, span.Length);
            if (SponsorPhrases.Advertises(sentence, sponsor))
            {
                (end, bridge) = (i + 1, 0);
            }
            else if (!SponsorPhrases.AddressesListener(sentence) || ++bridge > LongestBridge)
            {
                break;
            }
        }

        return end;
    }

    private static bool IsParagraph(Transcript transcript, TextSpan sentence) => transcript.ParagraphAt(sentence.Start).Span == sentence;
}
