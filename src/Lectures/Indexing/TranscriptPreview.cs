using Lectures.Transcripts;

namespace Lectures.Indexing;

/// <summary>What a file would come to in the index.</summary>
public abstract record TranscriptPreview
{
    private TranscriptPreview()
    {
    }

    /// <param name="Unread">What the file tells of its lecture and could not be read; null where all was.</param>
    public sealed record Understood(Transcript Transcript, int Words, int Passages, string? Unread) : TranscriptPreview;

    /// <param name="Line">Where reading stopped, from 1; null where the reason concerns the whole file.</param>
    /// <param name="Reason">A sentence for the person who supplied the file.</param>
    public sealed record Rejected(int? Line, string Reason) : TranscriptPreview;
}
