using Lectures.Semantics;

namespace Bot.Bench.Semantic;

/// <summary>Vectors drawn by a text's own letters: they mean nothing, and cost what others do once they are made.</summary>
internal sealed class MadeUpEncoder(int dimensions) : ITextEncoder
{
    public int Dimensions => dimensions;

    public string Identity => "made-up";

    public IReadOnlyList<float[]> Encode(IReadOnlyList<string> texts) => [.. texts.Select(text =>
    {
        var seed = 17;
        foreach (var letter in text)
        {
            seed = seed * 31 + letter;
        }

        var random = new Random(seed);
        var vector = new float[dimensions];
        var squares = 0f;
        for (var i = 0; i < vector.Length; i++)
        {
            vector[i] = random.NextSingle() - 0.5f;
            squares += vector[i] * vector[i];
        }

        var length = MathF.Sqrt(squares);
        return Array.ConvertAll(vector, value => value / length);
    })];

    public void Dispose()
    {
    }
}
