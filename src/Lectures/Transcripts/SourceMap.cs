namespace Lectures.Transcripts;

/// <summary>One run of a transcript's text and where it stands in the source.</summary>
/// <param name="Text">In the transcript's text.</param>
/// <param name="Source">In the unit of the map. Of the same length as <paramref name="Text"/> where the run was taken over unchanged.</param>
/// <param name="Line">In the source file, from 1.</param>
public readonly record struct SourceRun(TextSpan Text, TextSpan Source, int Line);

/// <summary>What the offsets on the source side of a <see cref="SourceMap"/> count.</summary>
public enum SourceUnit
{
    /// <summary>UTF-16 units of the decoded file; a byte order mark counts as one, CRLF as two.</summary>
    Character,

    /// <summary>Paragraphs of a document, from 0.</summary>
    Paragraph,

    /// <summary>Segments of a structured transcript, from 0.</summary>
    Segment,
}

/// <summary>Maps each run of a transcript's text to its place in the source. Runs are in text order and do not overlap.</summary>
public sealed class SourceMap(SourceUnit unit, IReadOnlyList<SourceRun> runs)
{
    public SourceUnit Unit => unit;

    public IReadOnlyList<SourceRun> Runs => runs;

    /// <summary>The smallest stretch of the source that holds all of the span, in the map's unit; a source need not be in text order.</summary>
    public TextSpan Locate(TextSpan span)
    {
        var (start, end) = (int.MaxValue, 0);
        var last = IndexAt(Math.Max(span.Start, span.End - 1));
        for (var i = IndexAt(span.Start); i <= last; i++)
        {
            var run = runs[i];
            var taken = new TextSpan(Math.Clamp(span.Start - run.Text.Start, 0, run.Text.Length), Math.Clamp(span.End - run.Text.Start, 0, run.Text.Length));
            start = Math.Min(start, IsUnchanged(run) ? run.Source.Start + taken.Start : run.Source.Start);
            end = Math.Max(end, IsUnchanged(run) ? run.Source.Start + taken.End : run.Source.End);
        }

        return new TextSpan(start, end);
    }

    /// <summary>First and last line of the source that the span touches, from 1.</summary>
    public (int First, int Last) Lines(TextSpan span) =>
        (runs[IndexAt(span.Start)].Line, runs[IndexAt(Math.Max(span.Start, span.End - 1))].Line);

    private static bool IsUnchanged(SourceRun run) => run.Text.Length == run.Source.Length;

    /// <summary>The run that holds the offset, or the last one before it.</summary>
    private int IndexAt(int offset) => Spans.LastStartingAtOrBefore(runs, offset, static run => run.Text.Start);
}
