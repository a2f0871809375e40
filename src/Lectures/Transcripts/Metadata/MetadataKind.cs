namespace Lectures.Transcripts.Metadata;

/// <summary>What a piece of metadata speaks of.</summary>
internal enum MetadataKind
{
    /// <summary>One lecture: front matter, or a file beside the transcript.</summary>
    Lecture,

    /// <summary>All lectures of a folder and of the folders in it; its title is the series' name.</summary>
    Series,
}
