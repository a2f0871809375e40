using Lectures.Searching;

namespace Lectures.Answers;

/// <summary>An excerpt as it was chosen.</summary>
/// <param name="Probability">That it holds the answer, given that one of the candidates does.</param>
/// <param name="Evidence">How much it speaks for an answer at all (<see cref="RankingModels.Evidence"/>).</param>
/// <param name="First">The excerpt's first sentence, counted from the passage's.</param>
/// <param name="End">Behind its last.</param>
internal sealed record SelectedExcerpt(Excerpt Excerpt, float Probability, float Evidence, Candidate Candidate, int First, int End);
