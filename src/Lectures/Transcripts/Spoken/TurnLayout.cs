namespace Lectures.Transcripts.Spoken;

/// <summary>Where times and speakers stand in a text, and whether there are enough of them, in order, to read it by them.</summary>
internal sealed class TurnLayout
{
    /// <summary>Times without brackets in front of words could be a day's: a recording's begin near its start.</summary>
    private static readonly TimeSpan LatestStart = TimeSpan.FromMinutes(2);

    private readonly Dictionary<int, TurnMark> marks = [];
    private readonly List<TimeSpan> marked = [];
    private readonly int textLines;
    private readonly bool takesBare;

    private TurnLayout(SourceText source, int mostLines)
    {
        for (var i = 0; i < source.Lines.Count && textLines < mostLines; i++)
        {
            var line = source.Slice(source.Lines[i]);
            if (line.IsEmpty || line[0] == '#')
            {
                continue;
            }

            textLines++;
            if (TurnMark.TryRead(line, out var mark))
            {
                marks.Add(i, mark);
                if (mark.Form is not (TurnForm.Bare or TurnForm.BareAlone))
                {
                    marked.Add(mark.Time);
                }

                Labels.Count(line[mark.Name.Start..mark.Name.End], 10);
                Labels.Count(line[mark.Label.Start..mark.Label.End]);
            }
            else if (SpeakerLabels.TryRead(line, out var label, out _))
            {
                Labels.Count(line[label.Start..label.End]);
                AddTimesBetweenWords(line);
            }
        }

        TakeNamesBehindTimes(source);
        Labels.TakesNamesOnce = Labels.All * 2 >= textLines;

        takesBare = AreBareTimes();
        IsTurns = takesBare || AreMarkedTurns(source);
    }

    public SpeakerLabels Labels { get; } = new();

    /// <summary>Whether the text is to be read by its times.</summary>
    public bool IsTurns { get; }

    public static TurnLayout Of(SourceText source, int mostLines = int.MaxValue) => new(source, mostLines);

    public bool TryGet(int line, out TurnMark mark) =>
        marks.TryGetValue(line, out mark) && (takesBare || mark.Form is not (TurnForm.Bare or TurnForm.BareAlone));

    /// <summary>"00:00:05 Jane Doe" above what she says: a name is all that stands behind most of the times.</summary>
    private void TakeNamesBehindTimes(SourceText source)
    {
        var heads = marks.Where(mark => mark.Value is { Form: TurnForm.Bare or TurnForm.Bracketed, Label.IsEmpty: true, Name.IsEmpty: true } && IsHead(mark.Key, mark.Value)).ToList();
        if (heads.Count < 2 || heads.Count * 3 < marks.Count * 2)
        {
            return;
        }

        foreach (var (line, mark) in heads)
        {
            var end = source.Lines[line].Length;
            marks[line] = mark with { Form = mark.Form == TurnForm.Bare ? TurnForm.BareAlone : mark.Form, Name = new TextSpan(mark.Words, end), Words = end };
            Labels.Count(source.Slice(source.Lines[line])[mark.Words..], 10);
        }

        bool IsHead(int line, TurnMark mark) =>
            mark.Words < source.Lines[line].Length && SpeakerNames.IsName(source.Slice(source.Lines[line])[mark.Words..])
            && line + 1 < source.Lines.Count && !source.Lines[line + 1].IsEmpty && !marks.ContainsKey(line + 1);
    }

    private bool AreMarkedTurns(SourceText source)
    {
        if (marked.Count == 1)
        {
            // One speaker, one turn: only at the top, and from the beginning.
            var top = Enumerable.Range(0, source.Lines.Count).First(line => !source.Lines[line].IsEmpty);
            return marked[0] < LatestStart && marks.TryGetValue(top, out var mark) && mark.Form is not (TurnForm.Bare or TurnForm.BareAlone);
        }

        return marked.Count > 1 && marked.Count * 12 >= textLines && IsInOrder(marked);
    }

    /// <summary>Editors put times with hours between the words, where a name opens the paragraph.</summary>
    private void AddTimesBetweenWords(ReadOnlySpan<char> line)
    {
        for (var open = line.IndexOf('['); open >= 0; open = line.IndexOf('['))
        {
            var rest = line[open..];
            if (SpokenTime.TryTakeBracketed(ref rest, out var time) && line[open..^rest.Length].Count(':') == 2)
            {
                marked.Add(time);
            }

            line = line[(open + 1)..];
        }
    }

    private bool AreBareTimes()
    {
        var alone = Times(static form => form is TurnForm.BareAlone);
        var before = Times(static form => form is TurnForm.Bare or TurnForm.BareAlone);
        var enough = (alone.Count > 1 && alone.Count * 12 >= textLines && alone.Count * 2 >= before.Count) || (before.Count > 2 && before.Count * 2 >= textLines);
        return enough && before[0] <= LatestStart && IsInOrder(before);
    }

    private List<TimeSpan> Times(Func<TurnForm, bool> ofForm) =>
        [.. marks.Where(entry => ofForm(entry.Value.Form)).OrderBy(static entry => entry.Key).Select(static entry => entry.Value.Time)];

    private static bool IsInOrder(List<TimeSpan> times) =>
        times.Zip(times.Skip(1)).Count(static pair => pair.First <= pair.Second) * 5 >= (times.Count - 1) * 4;
}
