namespace Lectures.Semantics;

/// <summary>A model that makes vectors of texts: alike for what means alike.</summary>
internal interface ITextEncoder : IDisposable
{
    int Dimensions { get; }

    /// <summary>Tells vectors of one model, and one way to use it, from those of another.</summary>
    string Identity { get; }

    /// <summary>A vector of length 1 for each text.</summary>
    IReadOnlyList<float[]> Encode(IReadOnlyList<string> texts);
}

/// <summary>A model that judges how well passages answer a question.</summary>
internal interface IPairScorer : IDisposable
{
    /// <summary>A score for each passage, on a logistic scale.</summary>
    IReadOnlyList<float> Score(string question, IReadOnlyList<string> passages);
}
