namespace Lectures.Transcripts;

/// <summary>What the person who brings a transcript says of its lecture; it goes before what the transcript tells itself. Null where they say nothing.</summary>
public sealed record GivenDetails
{
    public static GivenDetails None { get; } = new();

    public string? Title { get; init; }

    public string? Series { get; init; }

    public string? Speaker { get; init; }

    public DateOnly? Date { get; init; }

    /// <summary>http or https.</summary>
    public Uri? Url { get; init; }
}
