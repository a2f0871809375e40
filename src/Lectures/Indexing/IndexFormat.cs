using System.Globalization;
using Lectures.Passages;

namespace Lectures.Indexing;

/// <summary>What an index was made with. An index of another format is rebuilt as a whole.</summary>
internal static class IndexFormat
{
    /// <summary>To be raised with every change of <see cref="TextAnalysis"/>, <see cref="SpeechFilter"/>, <see cref="SpokenNumbers"/> or <see cref="DescriptionReader"/>.</summary>
    private const int Analysis = 5;

    /// <summary>To be raised with every change of the parsers or the cutter that changes passages.</summary>
    private const int Text = 4;

    /// <summary>To be raised with every change of fields, doc values, <see cref="LectureCodec"/> or <see cref="PassageCodec"/>.</summary>
    private const int Layout = 8;

    private const string ModelMark = ", model ";

    /// <summary>Whether an index of this format holds a model's vectors.</summary>
    public static bool HasVectorsOf(string format, string model) => format.EndsWith(ModelMark + model, StringComparison.Ordinal);

    /// <param name="model">The identity of the model whose vectors the index holds; null where it holds none.</param>
    public static string Of(PassageOptions passages, string? model = null) => string.Create(
        CultureInfo.InvariantCulture,
        $"layout {Layout}, text {Text}, analysis {Analysis}, passages {passages.TargetWords}/{passages.OverlapWords}{(model is null ? "" : ModelMark)}{model}");

    /// <summary>Whether transcripts that one format stored can be read by the other.</summary>
    public static bool SameLayout(string one, string other) =>
        one.AsSpan(0, Math.Max(0, one.IndexOf(',', StringComparison.Ordinal))).SequenceEqual(other.AsSpan(0, Math.Max(0, other.IndexOf(',', StringComparison.Ordinal))));
}
