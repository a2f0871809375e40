namespace Lectures.Semantics;

/// <summary>A text, or two, as a model reads it.</summary>
/// <param name="Second">Where the second text begins; the number of ids where there is one only, or the model does not tell them apart.</param>
internal sealed record TokenRow(IReadOnlyList<int> Ids, int Second);
