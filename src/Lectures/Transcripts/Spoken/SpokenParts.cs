namespace Lectures.Transcripts.Spoken;

/// <summary>Takes a text with times and speakers apart.</summary>
internal sealed class SpokenParts
{
    private readonly SourceText source;
    private readonly TurnLayout layout;
    private readonly TranscriptHead head = new();
    private readonly List<SpokenPart> parts = [];
    private TimeSpan last;
    private bool begun;

    private SpokenParts(SourceText source)
    {
        this.source = source;
        layout = TurnLayout.Of(source);
    }

    public IReadOnlyList<SpokenPart> All => parts;

    public LectureDetails Details => head.Details;

    public static SpokenParts Of(SourceText source)
    {
        var parts = new SpokenParts(source);
        for (var i = 0; i < source.Lines.Count; i++)
        {
            parts.Read(i);
        }

        return parts;
    }

    private void Read(int index)
    {
        var span = source.Lines[index];
        if (span.IsEmpty)
        {
            head.ReadBlank();
            parts.Add(new SpokenPart.Break());
            return;
        }

        var line = source.Slice(span);
        if (layout.TryGet(index, out var mark) && !IsProse(mark))
        {
            begun = true;
            last = mark.Time;
            var isLabelled = !mark.Label.IsEmpty && layout.Labels.Accepts(line[mark.Label.Start..mark.Label.End]);
            var name = isLabelled ? mark.Label : mark.Name;
            var words = span.Start + (isLabelled ? mark.WordsAfterLabel : mark.Words);
            parts.Add(new SpokenPart.Turn(mark.Time, name.IsEmpty ? null : line[name.Start..name.End].ToString(), words == span.End && !name.IsEmpty));
            ReadWords(new TextSpan(words, span.End), index + 1);
        }
        else if (IsNameAboveTime(index, line, out var above))
        {
            begun = true;
            parts.Add(new SpokenPart.Turn(null, line[above.Start..above.End].ToString(), true));
        }
        else if ((begun && IsOfPlayer(index, line)) || (!begun && head.Read(line)))
        {
            parts.Add(new SpokenPart.Outside());
        }
        else if (SpeakerLabels.TryRead(line, out var label, out var behind) && layout.Labels.Accepts(line[label.Start..label.End]))
        {
            begun = true;
            parts.Add(new SpokenPart.Turn(null, line[label.Start..label.End].ToString(), true));
            ReadWords(new TextSpan(span.Start + behind, span.End), index + 1);
        }
        else
        {
            ReadWords(span, index + 1);
        }
    }

    /// <summary>"Jane Doe:", or her name behind a blank line, above a line that holds a time and nothing else.</summary>
    private bool IsNameAboveTime(int index, ReadOnlySpan<char> line, out TextSpan name)
    {
        var isLabel = SpeakerLabels.TryRead(line, out name, out var behind) && behind == line.Length;
        if (!isLabel)
        {
            name = new TextSpan(0, line.Length);
        }

        return index + 1 < source.Lines.Count && layout.TryGet(index + 1, out var mark) && mark.Form is TurnForm.Bracketed or TurnForm.BareAlone && mark.Name.IsEmpty && mark.Words == source.Lines[index + 1].Length
            && (isLabel || ((index == 0 || source.Lines[index - 1].IsEmpty) && begun && SpeakerNames.IsName(line)));
    }

    /// <summary>What a video site's player shows between the captions: times in words, names of chapters, the language.</summary>
    private bool IsOfPlayer(int index, ReadOnlySpan<char> line) =>
        (layout.TryGet(index - 1, out var above) && above.Form == TurnForm.BareAlone && SpelledTime.Is(line, above.Time))
        || (line.StartsWith("Chapter ") && line["Chapter ".Length..].TrimStart("0123456789").StartsWith(": ") && layout.TryGet(index + 1, out var below) && below.Form == TurnForm.BareAlone)
        || (line.EndsWith(" (auto-generated)") && (index == source.Lines.Count - 1 || source.Lines[index + 1].IsEmpty));

    /// <summary>"John 3:16" on a line of its own looks like a speaker's, but runs back in time.</summary>
    private bool IsProse(TurnMark mark) => mark.Form == TurnForm.NameAbove && begun && mark.Time < last;

    /// <summary>Some editors put times between the words as well.</summary>
    private void ReadWords(TextSpan words, int line)
    {
        var start = words.Start;
        for (var at = start; at < words.End; at++)
        {
            var skip = source.Text.AsSpan(at, words.End - at).IndexOf('[');
            if (skip < 0)
            {
                break;
            }

            at += skip;
            var rest = source.Text.AsSpan(at, words.End - at);
            if (SpokenTime.TryTakeBracketed(ref rest, out var time))
            {
                AddWords(start, at, line);
                parts.Add(new SpokenPart.Turn(time, null, false));
                (last, start) = (time, words.End - rest.Length);
                at = start - 1;
            }
        }

        AddWords(start, words.End, line);
    }

    private void AddWords(int start, int end, int line)
    {
        while (start < end && char.IsWhiteSpace(source.Text[start]))
        {
            start++;
        }

        while (end > start && char.IsWhiteSpace(source.Text[end - 1]))
        {
            end--;
        }

        if (start < end)
        {
            parts.Add(new SpokenPart.Words(new TextSpan(start, end), line));
        }
    }
}
