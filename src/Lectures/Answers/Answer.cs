namespace Lectures.Answers;

/// <summary>What the lectures say to a question.</summary>
public abstract record Answer
{
    private Answer()
    {
    }

    /// <param name="Confidence">The probability, 0 to 1, that the first excerpts answer the question.</param>
    /// <param name="Excerpts">Best first; never empty.</param>
    public sealed record Found(double Confidence, IReadOnlyList<Excerpt> Excerpts) : Answer
    {
        /// <summary>Other spellings and names that were searched for and that the passages of the first excerpts have, as they are written there.</summary>
        public IReadOnlyList<(string Typed, string Other)> AlsoSearched { get; init; } = [];
    }

    /// <param name="Confidence">The probability that was too low.</param>
    /// <param name="Closest">What came nearest, best first; may be empty. Not an answer.</param>
    public sealed record NotFound(double Confidence, IReadOnlyList<Excerpt> Closest) : Answer;

    /// <param name="Reason">A sentence for the user: why this cannot be asked and what to do.</param>
    public sealed record Unclear(string Reason) : Answer;
}
