namespace Lectures.Transcripts;

/// <summary>What a transcript records, as far as its source tells.</summary>
public sealed record Lecture
{
    public required LectureId Id { get; init; }

    /// <summary>Relative to the library's folder, with forward slashes.</summary>
    public required string File { get; init; }

    public required string Title { get; init; }

    public string? Series { get; init; }

    public string? Speaker { get; init; }

    public int? Number { get; init; }

    public DateOnly? Date { get; init; }

    /// <summary>Where the lecture can be heard or seen; http or https.</summary>
    public Uri? Url { get; init; }

    /// <summary>Under which the words may be used, as its source names it: a name such as "CC BY 4.0", or an address.</summary>
    public string? License { get; init; }
}
