using System.Text;

namespace Lectures.Transcripts.Documents;

/// <summary>One heading or paragraph of a document: its words with white space collapsed, where each run of them stands, and what its markup tells.</summary>
/// <param name="heading">The level, from 1; 0 for a paragraph.</param>
internal sealed class DocumentBlock(int heading = 0)
{
    private readonly StringBuilder text = new();
    private readonly List<PlacedRun> runs = [];
    private List<TextSpan>? bolds;
    private List<(int At, TimeSpan Time)>? times;
    private List<int>? breaks;
    private bool space;
    private int bold;

    public int Heading => heading;

    public bool IsEmpty => text.Length == 0;

    public IReadOnlyList<PlacedRun> Runs => runs;

    /// <summary>Where in the text a time stands, and which; in text order.</summary>
    public IReadOnlyList<(int At, TimeSpan Time)> Times => times ?? [];

    /// <summary>Where in the text a line ends, before the white space there.</summary>
    public IReadOnlyList<int> Breaks => breaks ?? [];

    /// <summary>Where in a table it stands; null outside of tables.</summary>
    public TableCell? Cell { get; set; }

    /// <summary>Whom the markup names as speaker of what follows; null where it names none.</summary>
    public string? Speaker { get; set; }

    /// <summary>How much of the text's start is printed bold.</summary>
    public int BoldStart => bolds is [{ Start: 0 } first, ..] ? first.End : 0;

    /// <summary>All of it is printed bold.</summary>
    public bool IsBold => BoldStart > 0 && BoldStart == text.Length;

    public override string ToString() => text.ToString();

    public void Space() => space = true;

    /// <summary>The line ends; the paragraph goes on.</summary>
    public void Break()
    {
        space = true;
        if (text.Length > 0 && breaks?[^1] != text.Length)
        {
            (breaks ??= []).Add(text.Length);
        }
    }

    public void BeginBold() => bold++;

    public void EndBold() => bold = Math.Max(0, bold - 1);

    /// <summary>Where the words end that are printed bold from a place on; the place itself where none begin there.</summary>
    public int BoldEnd(int start)
    {
        var at = Spans.LastStartingAtOrBefore(bolds ?? [], start, static words => words.Start);
        return bolds is not null && bolds[at].Start == start ? bolds[at].End : start;
    }

    public void BeginTime(TimeSpan time)
    {
        space = true;
        (times ??= []).Add((text.Length, time));
    }

    /// <summary>Words that the source holds just so.</summary>
    /// <param name="start">Of the words in the source.</param>
    public void Add(ReadOnlySpan<char> words, int start) => Add(words, new TextSpan(start, start + words.Length), isPlain: true);

    /// <summary>Words that the source holds in another spelling, or somewhere within a place.</summary>
    public void Add(ReadOnlySpan<char> words, TextSpan place) => Add(words, place, isPlain: false);

    /// <summary>A stretch of this block as one of its own; what is marked in it is marked there too.</summary>
    public DocumentBlock Part(TextSpan span)
    {
        var part = new DocumentBlock(heading);
        part.Take(this, span);
        return part;
    }

    /// <summary>Takes a stretch of another block over, behind the words that are here already.</summary>
    public void Take(DocumentBlock other, TextSpan span)
    {
        if (text.Length > 0)
        {
            text.Append(' ');
        }

        var moved = text.Length - span.Start;
        text.Append(other.text.ToString(span.Start, span.Length));
        for (var i = Spans.LastStartingAtOrBefore(other.runs, span.Start, static run => run.Words.Start); i < other.runs.Count && other.runs[i].Words.Start < span.End; i++)
        {
            var words = other.runs[i].Words;
            if (words.End > span.Start)
            {
                var part = other.runs[i].Part(new TextSpan(Math.Max(words.Start, span.Start), Math.Min(words.End, span.End)));
                runs.Add(part with { Words = new TextSpan(part.Words.Start + moved, part.Words.End + moved) });
            }
        }

        for (var i = Spans.LastStartingAtOrBefore(other.Times, span.Start - 1, static time => time.At); i < other.Times.Count && other.Times[i].At < span.End; i++)
        {
            if (other.Times[i].At >= span.Start)
            {
                (times ??= []).Add((other.Times[i].At + moved, other.Times[i].Time));
            }
        }

        var printed = other.bolds ?? [];
        for (var i = Spans.LastStartingAtOrBefore(printed, span.Start, static words => words.Start); i < printed.Count && printed[i].Start < span.End; i++)
        {
            if (printed[i].End > span.Start)
            {
                (bolds ??= []).Add(new TextSpan(Math.Max(printed[i].Start, span.Start) + moved, Math.Min(printed[i].End, span.End) + moved));
            }
        }
    }

    private void Add(ReadOnlySpan<char> words, TextSpan place, bool isPlain)
    {
        for (var i = 0; i < words.Length;)
        {
            if (char.IsWhiteSpace(words[i]))
            {
                space = true;
                i++;
                continue;
            }

            var end = EndOfRun(words, i);
            Place(words[i..end], isPlain ? new TextSpan(place.Start + i, place.Start + end) : place);
            i = end;
        }
    }

    /// <summary>A run goes on over single spaces.</summary>
    private static int EndOfRun(ReadOnlySpan<char> words, int start)
    {
        var end = start;
        while (end < words.Length && (!char.IsWhiteSpace(words[end]) || (words[end] == ' ' && end + 1 < words.Length && !char.IsWhiteSpace(words[end + 1]))))
        {
            end++;
        }

        return end;
    }

    private void Place(ReadOnlySpan<char> words, TextSpan place)
    {
        var before = text.Length;
        if (space && text.Length > 0)
        {
            text.Append(' ');
        }

        space = false;
        var start = text.Length;
        text.Append(words);
        if (bold > 0)
        {
            PrintBold(before, start);
        }

        if (runs.Count > 0 && Extends(runs[^1], start, place))
        {
            runs[^1] = new PlacedRun(new TextSpan(runs[^1].Words.Start, text.Length), new TextSpan(runs[^1].Source.Start, place.End));
        }
        else
        {
            runs.Add(new PlacedRun(new TextSpan(start, text.Length), place));
        }
    }

    /// <summary>White space between bold words is bold too.</summary>
    private void PrintBold(int before, int start)
    {
        if (bolds is [.., var last] && last.End == before)
        {
            bolds[^1] = last with { End = text.Length };
        }
        else
        {
            (bolds ??= []).Add(new TextSpan(start, text.Length));
        }
    }

    /// <summary>Both are taken over unchanged and stand side by side, or both stand within one place.</summary>
    private bool Extends(PlacedRun last, int start, TextSpan place)
    {
        if (times is not null && times[^1].At >= last.Words.End)
        {
            return false;
        }

        return last.Source == place
            || (last.Words.End == start && last.Source.End == place.Start && last.Words.Length == last.Source.Length && text.Length - start == place.Length);
    }
}
