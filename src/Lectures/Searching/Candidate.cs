namespace Lectures.Searching;

/// <summary>A passage that Lucene found.</summary>
/// <param name="Document">In the index.</param>
/// <param name="Ordinal">Among its lecture's passages.</param>
/// <param name="Score">Lucene's.</param>
internal sealed record Candidate(int Document, int Ordinal, float Score, PassageProfile Profile)
{
    /// <summary>The lecture's own document, by the block that both lie in.</summary>
    public int LectureDocument => Document - Ordinal - 1;
}
