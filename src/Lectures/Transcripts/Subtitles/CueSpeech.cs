namespace Lectures.Transcripts.Subtitles;

/// <summary>Hands the words of cues to a transcript, in order, with the speakers that tags and marks name.</summary>
internal sealed class CueSpeech(CueText text, TranscriptBuilder builder)
{
    private readonly SpeakerNames names = SpeakerNames.Of(text);
    private int run;
    private int line;
    private int voice;
    private string? voiceName;
    private string? markedName;
    private bool newTurn;

    /// <param name="from">Where its new words begin, in the <see cref="CueText"/>.</param>
    public void Add(ShownCue cue, int from)
    {
        if (from < cue.Text.End)
        {
            builder.BeginCue(cue.Start, cue.End);
        }

        for (var at = from; at < cue.Text.End;)
        {
            if (text[at] == ' ')
            {
                at++;
                continue;
            }

            while (line < text.LineStarts.Count && text.LineStarts[line] < at)
            {
                line++;
            }

            while (voice < text.Voices.Count && text.Voices[voice].At <= at)
            {
                voiceName = text.Voices[voice++].Name;
            }

            var startsLine = line < text.LineStarts.Count && text.LineStarts[line] == at;
            var end = Math.Min(cue.Text.End, EndOfLine(line + (startsLine ? 1 : 0)));
            end = voice < text.Voices.Count ? Math.Min(end, text.Voices[voice].At) : end;
            AddPart(new TextSpan(at, end), startsLine, at == cue.Text.Start);
            at = end;
        }
    }

    private int EndOfLine(int nextLine) => nextLine < text.LineStarts.Count ? text.LineStarts[nextLine] - 1 : int.MaxValue;

    /// <summary>A part of a line: one voice, perhaps several turns.</summary>
    private void AddPart(TextSpan part, bool startsLine, bool startsCue)
    {
        var marked = false;
        for (var at = part.Start; at < part.End; startsLine = false)
        {
            var words = text.Slice(part with { Start = at });
            if (words[0] == ' ')
            {
                at++;
                continue;
            }

            if (SpeakerNames.MarkLength(words, out var ofSpeaker) is var mark and > 0)
            {
                (markedName, newTurn, marked) = (null, true, ofSpeaker);
                at += mark;
                continue;
            }

            if (startsLine && StartsSentence(at) && SpeakerNames.DashLength(words, out var speaker) is var dash and > 0)
            {
                (markedName, newTurn, marked) = (speaker, true, true);
                at += dash;
                continue;
            }

            if ((startsLine || marked) && names.NameLength(words, marked, startsCue, StartsSentence(at)) is var name and > 0)
            {
                markedName = words[..name].ToString();
                words = words[(name + 1)..];
                at += name + 1;
            }

            var end = at + SpeakerNames.EndOfTurn(words);
            Speak(new TextSpan(at, end));
            (at, marked) = (end, false);
        }
    }

    private bool StartsSentence(int at) => at < 2 || text[at - 2] is '.' or '!' or '?' or '…' or '"' or '”' or ')' or ']' or '♪';

    /// <summary>Hands over words of one turn, run by run, without white space around them.</summary>
    private void Speak(TextSpan words)
    {
        while (words.Start < words.End && text[words.Start] == ' ')
        {
            words = words with { Start = words.Start + 1 };
        }

        while (words.Start < words.End && text[words.End - 1] == ' ')
        {
            words = words with { End = words.End - 1 };
        }

        if (words.IsEmpty)
        {
            return;
        }

        builder.SpokenBy(voiceName ?? markedName);
        if (newTurn)
        {
            builder.BeginParagraph();
            newTurn = false;
        }

        var goesOn = false;
        while (run < text.Runs.Count && text.Runs[run].Text.Start < words.End)
        {
            var (shown, source, number) = text.Runs[run];
            var taken = new TextSpan(Math.Max(shown.Start, words.Start), Math.Min(shown.End, words.End));
            if (!taken.IsEmpty)
            {
                var moved = source.Start - shown.Start;
                var place = source.Length == shown.Length ? new TextSpan(taken.Start + moved, taken.End + moved) : source;
                if (goesOn)
                {
                    builder.Continue(text.Slice(taken), place, number);
                }
                else
                {
                    builder.Append(text.Slice(taken), place, number);
                }

                goesOn = true;
            }

            if (shown.End > words.End)
            {
                return;
            }

            run++;
        }
    }
}
