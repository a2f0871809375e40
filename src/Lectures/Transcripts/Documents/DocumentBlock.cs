using System.Text;

namespace Lectures.Transcripts.Documents;

/// <summary>One heading or paragraph of a document: its words with white space collapsed, where each run of them stands, and what its markup tells.</summary>
/// <param name="heading">The level, from 1; 0 for a paragraph.</param>
internal sealed class DocumentBlock(int heading = 0)
{
    private readonly StringBuilder text = new();
    private readonly List<PlacedRun> runs = [];
    private readonly List<(int At, TimeSpan Time)> times = [];
    private bool space;
    private int bold;
    private int boldLetters;

    public int Heading => heading;

    public bool IsEmpty => text.Length == 0;

    public IReadOnlyList<PlacedRun> Runs => runs;

    /// <summary>Where in the text a time stands, and which; in text order.</summary>
    public IReadOnlyList<(int At, TimeSpan Time)> Times => times;

    /// <summary>Whom the markup names as speaker of what follows; null where it names none.</summary>
    public string? Speaker { get; set; }

    /// <summary>How much of the text's start is printed bold.</summary>
    public int BoldStart { get; private set; }

    /// <summary>All of it is printed bold.</summary>
    public bool IsBold => boldLetters > 0 && boldLetters == text.Length;

    public override string ToString() => text.ToString();

    public void Space() => space = true;

    public void BeginBold() => bold++;

    public void EndBold() => bold = Math.Max(0, bold - 1);

    public void BeginTime(TimeSpan time)
    {
        space = true;
        times.Add((text.Length, time));
    }

    /// <summary>Words that the source holds just so.</summary>
    /// <param name="start">Of the words in the source.</param>
    public void Add(ReadOnlySpan<char> words, int start)
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
            Place(words[i..end], new TextSpan(start + i, start + end));
            i = end;
        }
    }

    /// <summary>Words that the source holds in another spelling, or somewhere within a place.</summary>
    public void Add(ReadOnlySpan<char> words, TextSpan place)
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
            Place(words[i..end], place);
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
        if (space && text.Length > 0)
        {
            text.Append(' ');
            boldLetters += bold > 0 ? 1 : 0;
        }

        space = false;
        var wasBold = BoldStart == text.Length || (BoldStart == text.Length - 1 && BoldStart > 0);
        var start = text.Length;
        text.Append(words);
        if (bold > 0)
        {
            boldLetters += words.Length;
            BoldStart = wasBold ? text.Length : BoldStart;
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

    /// <summary>Both are taken over unchanged and stand side by side, or both stand within one place.</summary>
    private bool Extends(PlacedRun last, int start, TextSpan place)
    {
        if (times.Count > 0 && times[^1].At >= last.Words.End)
        {
            return false;
        }

        return last.Source == place
            || (last.Words.End == start && last.Source.End == place.Start && last.Words.Length == last.Source.Length && text.Length - start == place.Length);
    }
}
