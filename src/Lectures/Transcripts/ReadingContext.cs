namespace Lectures.Transcripts;

/// <summary>What is known of a file beside its content and changes how it is read.</summary>
/// <param name="KeepBoilerplate">Sponsor reads and a site's own lines stay text like any other: for a series in which they are the subject.</param>
public sealed record ReadingContext(bool KeepBoilerplate = false)
{
    public static ReadingContext Default { get; } = new();

    /// <summary>What a file beside the transcript tells of it: said on purpose, so it goes before what the transcript tells itself.</summary>
    internal LectureDetails Own { get; init; } = LectureDetails.None;

    /// <summary>What the transcript's folders tell of all in them: it counts where nothing else tells anything.</summary>
    internal LectureDetails Defaults { get; init; } = LectureDetails.None;

    internal ParseResult Complete(ParseResult result) => result is ParseResult.Parsed parsed && (Own != LectureDetails.None || Defaults != LectureDetails.None)
        ? parsed with { Transcript = parsed.Transcript with { Lecture = Complete(parsed.Transcript.Lecture) } }
        : result;

    private Lecture Complete(Lecture told) => told with
    {
        Title = Own.Title ?? told.Title,
        Series = Own.Series ?? SeriesOf(told),
        Speaker = Own.Speaker ?? told.Speaker ?? Defaults.Speaker,
        Number = Own.Number ?? told.Number ?? Defaults.Number,
        Date = Own.Date ?? told.Date ?? Defaults.Date,
        Url = Own.Url ?? told.Url ?? Defaults.Url,
        License = Own.License ?? told.License ?? Defaults.License,
    };

    /// <summary>The folder's name is only what a series is called as long as nobody says more.</summary>
    private string? SeriesOf(Lecture told) =>
        Defaults.Series is { } series && (told.Series is null || told.Series == LectureNames.OfFile(told.File).Series) ? series : told.Series;
}
