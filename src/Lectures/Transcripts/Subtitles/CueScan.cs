using System.Globalization;

namespace Lectures.Transcripts.Subtitles;

/// <summary>
/// Finds the cues of a file by their lines of times. What stands between two of them are words, blank lines included, since files
/// that went through editors have them in the middle of cues; only a cue's name or number before its times is not.
/// </summary>
/// <param name="hasBlocks">Whether header, comments and styles may stand between cues, and cues have names, as in WebVTT.</param>
internal sealed class CueScan(SourceText source, bool hasBlocks)
{
    private readonly List<FoundCue> cues = [];
    private readonly CommentLines comments = new();
    private FoundCue? open;
    private long lastNumber;

    /// <summary>In the order of their times.</summary>
    public IReadOnlyList<FoundCue> Cues => cues;

    /// <summary>What header and comments tell of the lecture.</summary>
    public LectureDetails Details => comments.Details;

    public int CommentLines { get; private set; }

    /// <summary>Null where every cue's times could be read.</summary>
    public ParseResult.Rejected? Read()
    {
        for (var i = 0; i < source.Lines.Count; i++)
        {
            var line = source.Slice(source.Lines[i]);
            if (CueTimes.LookMeant(line))
            {
                if (!CueTimes.TryRead(line, out var from, out var to))
                {
                    var times = line[..Math.Min(line.Length, 40)];
                    return new ParseResult.Rejected(
                        source.File, i + 1, $"The times “{times}” cannot be read. Write them as 00:00:01.000 --> 00:00:04.000.");
                }

                var end = EndBefore(i);
                Close(end);
                open = new FoundCue(from, to < from ? from : to, i + 1, i + 1, end < i ? Quoted(source.Slice(source.Lines[end])) : null);
            }
            else if (hasBlocks && !line.IsEmpty && IsEmptyAt(i - 1) && IsBlock(line))
            {
                Close(i);
                i = EndOfBlock(i) - 1;
            }
        }

        Close(source.Lines.Count);
        SortByTime();
        return null;
    }

    private static bool IsBlock(ReadOnlySpan<char> line) =>
        IsWord(line, "NOTE") || IsWord(line, "WEBVTT") || line is "STYLE" or "REGION";

    private static bool IsWord(ReadOnlySpan<char> line, string word) =>
        line.StartsWith(word, StringComparison.Ordinal) && (line.Length == word.Length || line[word.Length] is ' ' or '\t');

    /// <summary>A block ends at a blank line, or where somebody forgot the blank line before a cue.</summary>
    private int EndOfBlock(int first)
    {
        var isComment = IsWord(source.Slice(source.Lines[first]), "NOTE");
        var isHeader = IsWord(source.Slice(source.Lines[first]), "WEBVTT");
        var i = first;
        for (; i < source.Lines.Count && !source.Lines[i].IsEmpty && !CueTimes.LookMeant(source.Slice(source.Lines[i])); i++)
        {
            var line = source.Slice(source.Lines[i]);
            if (isComment || (isHeader && i > first))
            {
                comments.ReadNamed(isComment && i == first ? line["NOTE".Length..] : line);
            }

            CommentLines += isComment ? 1 : 0;
        }

        return i;
    }

    private void Close(int endLine)
    {
        if (open is { } cue)
        {
            cues.Add(cue with { EndLine = Math.Max(cue.FirstLine, endLine) });
            open = null;
        }
    }

    /// <summary>Where the words before a line of times end: at that line, or at the name or number above it.</summary>
    private int EndBefore(int times)
    {
        var name = times - 1;
        while (name >= 0 && name >= times - 2 && source.Lines[name].IsEmpty)
        {
            name--;
        }

        if (name < (open?.FirstLine ?? 0) || source.Lines[name].IsEmpty)
        {
            return times;
        }

        var isRightAbove = name == times - 1;
        var isApart = IsEmptyAt(name - 1);
        if (!long.TryParse(source.Slice(source.Lines[name]).Trim('\uFEFF'), NumberStyles.None, CultureInfo.InvariantCulture, out var number))
        {
            return hasBlocks && isRightAbove && isApart ? name : times;
        }

        // "1984" above a cue may be the last words of the one before; a number that goes on counting is not.
        var counts = (isRightAbove && isApart) || number == lastNumber + 1 || (isRightAbove && number == lastNumber);
        lastNumber = counts ? number : lastNumber;
        return counts ? name : times;
    }

    /// <summary>Meeting recorders name a cue after its number, speaker and device: "2 "Ruth Okafor" (1407512320)".</summary>
    private static string? Quoted(ReadOnlySpan<char> name)
    {
        var digits = name.IndexOfAnyExceptInRange('0', '9');
        if (digits <= 0 || !name[digits..].StartsWith(" \""))
        {
            return null;
        }

        var rest = name[(digits + 2)..];
        var close = rest.LastIndexOf('"');
        return close > 0 ? rest[..close].Trim().ToString() : null;
    }

    private bool IsEmptyAt(int line) => line < 0 || source.Lines[line].IsEmpty;

    /// <summary>Cues are met in any order; those of the same time stay in the file's.</summary>
    private void SortByTime()
    {
        for (var i = 1; i < cues.Count; i++)
        {
            if (cues[i].Start < cues[i - 1].Start)
            {
                var sorted = cues.OrderBy(static cue => cue.Start).ToList();
                cues.Clear();
                cues.AddRange(sorted);
                return;
            }
        }
    }
}
