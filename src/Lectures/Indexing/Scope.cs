using Lectures.Transcripts;

namespace Lectures.Indexing;

/// <summary>What part of the library a question is put to. Keys are short, so that a button can carry them.</summary>
/// <param name="SeriesKey">By <see cref="KeyOf"/>; null for all series.</param>
/// <param name="SpeakerKey">By <see cref="KeyOf"/>; null for all speakers.</param>
public sealed record Scope(string? SeriesKey, string? SpeakerKey)
{
    public static readonly Scope Everything = new(null, null);

    /// <summary>Eight characters that stand for a series or a speaker, however the name is capitalised.</summary>
    public static string KeyOf(string name) => StableHash.Of(name.Trim().ToLowerInvariant())[..8];
}
