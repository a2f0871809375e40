namespace Lectures.Transcripts;

/// <summary>What one source of knowledge (content, comment lines, file name) tells of a lecture. Null means that it tells nothing.</summary>
internal sealed record LectureDetails
{
    public static readonly LectureDetails None = new();

    public string? Title { get; init; }

    public string? Series { get; init; }

    public string? Speaker { get; init; }

    public int? Number { get; init; }

    public DateOnly? Date { get; init; }

    public Uri? Url { get; init; }

    public string? License { get; init; }

    /// <summary>These details, completed by others where these tell nothing.</summary>
    public LectureDetails Or(LectureDetails others) => new()
    {
        Title = Title ?? others.Title,
        Series = Series ?? others.Series,
        Speaker = Speaker ?? others.Speaker,
        Number = Number ?? others.Number,
        Date = Date ?? others.Date,
        Url = Url ?? others.Url,
        License = License ?? others.License,
    };
}
