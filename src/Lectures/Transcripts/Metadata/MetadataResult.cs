namespace Lectures.Transcripts.Metadata;

/// <summary>What a piece of metadata tells.</summary>
/// <param name="KeepBoilerplate">Null where it does not say.</param>
/// <param name="Unread">The first thing in it that could not be read; null for a good one. What could be read counts nevertheless.</param>
internal sealed record MetadataResult(LectureDetails Details, bool? KeepBoilerplate = null, ParseResult.Rejected? Unread = null)
{
    public static MetadataResult None { get; } = new(LectureDetails.None);
}
