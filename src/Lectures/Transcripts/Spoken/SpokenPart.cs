namespace Lectures.Transcripts.Spoken;

/// <summary>What a text with times and speakers consists of, in order.</summary>
internal abstract record SpokenPart
{
    private SpokenPart()
    {
    }

    /// <param name="Span">In the decoded file.</param>
    /// <param name="Line">From 1.</param>
    public sealed record Words(TextSpan Span, int Line) : SpokenPart;

    /// <param name="Name">Null where the mark names nobody: the speaker goes on.</param>
    /// <param name="Heads">It stands above what is said, so a paragraph begins.</param>
    public sealed record Turn(TimeSpan? Time, string? Name, bool Heads) : SpokenPart;

    /// <summary>A blank line.</summary>
    public sealed record Break : SpokenPart;

    /// <summary>A line that names the recording or the program that wrote it down.</summary>
    public sealed record Outside : SpokenPart;
}
