namespace Lectures.Transcripts;

/// <summary>What is known of a file beside its content and changes how it is read.</summary>
/// <param name="KeepBoilerplate">Sponsor reads and a site's own lines stay text like any other: for a series in which they are the subject.</param>
public sealed record ReadingContext(bool KeepBoilerplate = false)
{
    public static ReadingContext Default { get; } = new();
}
