using Lectures.Passages;

namespace Lectures.Searching;

/// <summary>A passage and its score, in rank order.</summary>
/// <param name="Score">The ranker's number; comparable within one question only.</param>
/// <param name="Sentences">Scores of the passage's sentences, on the same scale for all hits of a question.</param>
internal sealed record Hit(Passage Passage, double Score, double Coverage, IReadOnlyList<SentenceScore> Sentences);

/// <param name="Coverage">The share of the question's weight that the sentence holds, headings included at their worth, 0 to 1.</param>
internal readonly record struct SentenceScore(double Score, double Coverage);
