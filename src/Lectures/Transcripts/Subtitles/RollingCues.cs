namespace Lectures.Transcripts.Subtitles;

/// <summary>
/// Finds the words that a cue repeats because they were still on the screen. Video sites' captions roll: each cue shows the end of
/// the one before it again, above the new line. Whether a file rolls is decided once for the file, since a lecturer may also say the
/// same words twice.
/// </summary>
internal sealed class RollingCues
{
    /// <summary>Rolling captions follow each other without a gap; after a pause the screen is empty.</summary>
    private static readonly TimeSpan LongestGap = TimeSpan.FromMilliseconds(500);

    /// <summary>No screen holds more; a bound on the work for each cue.</summary>
    private const int MostCharacters = 2_000;

    private const int MostLines = 8;

    /// <summary>Fewer repeated words may be chance.</summary>
    private const int FewestWordsInLines = 2;
    private const int FewestWords = 3;

    private readonly CueText text;
    private readonly SourceText source;
    private readonly bool linesRoll;
    private readonly bool wordsRoll;

    public RollingCues(CueText text, SourceText source)
    {
        this.text = text;
        this.source = source;
        var (pairs, lines, words) = (0, 0, 0);
        for (var i = 1; i < text.Cues.Count; i++)
        {
            if (!Follows(i) || IsSaidAgain(i))
            {
                continue;
            }

            pairs++;
            if (CarriedLines(i) is var carried and > 0)
            {
                lines += HasWords(text.Slice(text.Cues[i].Text)[..carried], FewestWordsInLines) ? 1 : 0;
            }
            else
            {
                words += CarriedWords(i) > 0 ? 1 : 0;
            }
        }

        linesRoll = (lines > 0 && lines * 3 >= pairs) || (lines >= 8 && lines * 10 >= pairs);
        wordsRoll = words > 1 && words * 2 >= pairs;
    }

    /// <summary>The offset in the <see cref="CueText"/> from which on the cue shows something new; its end where it does not.</summary>
    public int NewFrom(int cue)
    {
        var shown = text.Cues[cue].Text;
        if (cue == 0 || !Follows(cue))
        {
            return shown.Start;
        }

        var carried = linesRoll || wordsRoll ? CarriedLines(cue) : IsShownTwice(cue) ? shown.Length : 0;
        carried = carried == 0 && wordsRoll ? CarriedWords(cue) : carried;
        return Math.Min(shown.End, shown.Start + carried + (carried > 0 ? 1 : 0));
    }

    private bool Follows(int cue) => text.Cues[cue].Start <= text.Cues[cue - 1].End + LongestGap;

    /// <summary>Same words in the same markup: a screen that does not roll, or a speaker who repeats them.</summary>
    private bool IsSaidAgain(int cue) =>
        source.Slice(text.Cues[cue].Source).SequenceEqual(source.Slice(text.Cues[cue - 1].Source));

    /// <summary>The same words at the same time are there twice, not said twice.</summary>
    private bool IsShownTwice(int cue) =>
        text.Cues[cue].Start < text.Cues[cue - 1].End && text.Slice(text.Cues[cue].Text).SequenceEqual(text.Slice(text.Cues[cue - 1].Text));

    /// <summary>How many characters of the cue are the last lines of the cue before it.</summary>
    private int CarriedLines(int cue)
    {
        var before = text.Cues[cue - 1];
        var after = text.Slice(text.Cues[cue].Text);
        for (var line = Math.Max(before.FirstLine, before.EndLine - MostLines); line < before.EndLine; line++)
        {
            var rest = text.Slice(before.Text with { Start = text.LineStarts[line] });
            if (Begins(after, rest))
            {
                return rest.Length;
            }
        }

        return 0;
    }

    /// <summary>How many characters of the cue are the last words of the cue before it: lines that were joined on the way here.</summary>
    private int CarriedWords(int cue)
    {
        var rest = text.Slice(text.Cues[cue - 1].Text);
        var after = text.Slice(text.Cues[cue].Text);
        rest = rest[Math.Max(0, rest.Length - MostCharacters)..];
        while (rest.IndexOf(' ') is var space and >= 0)
        {
            rest = rest[(space + 1)..];
            if (Begins(after, rest))
            {
                return HasWords(rest, FewestWords) ? rest.Length : 0;
            }
        }

        return 0;
    }

    private static bool Begins(ReadOnlySpan<char> cue, ReadOnlySpan<char> with) =>
        with.Length <= cue.Length
        && with[0] == cue[0]
        && (with.Length == cue.Length || cue[with.Length] == ' ')
        && cue.StartsWith(with, StringComparison.Ordinal);

    private static bool HasWords(ReadOnlySpan<char> text, int words) => text.Count(' ') >= words - 1;
}
