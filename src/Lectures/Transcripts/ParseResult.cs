namespace Lectures.Transcripts;

/// <summary>What became of one file: a transcript, or the reason why there is none.</summary>
public abstract record ParseResult
{
    private ParseResult()
    {
    }

    /// <param name="Unread">What the file tells of its lecture and could not be read, though its words could; null where all was read.</param>
    public sealed record Parsed(Transcript Transcript, Rejected? Unread = null) : ParseResult;

    /// <param name="Line">Where reading stopped, from 1; null where the reason concerns the whole file.</param>
    /// <param name="Reason">A sentence for the person who supplied the file: what is wrong and what to do.</param>
    public sealed record Rejected(string File, int? Line, string Reason) : ParseResult;
}
