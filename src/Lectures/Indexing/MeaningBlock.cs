using Lectures.Semantics;
using Lucene.Net.Index;
using Lucene.Net.Util;

namespace Lectures.Indexing;

/// <summary>The vectors of a segment's passages, one after the other.</summary>
internal sealed class MeaningBlock
{
    private readonly int[] documents;
    private readonly float[] steps;
    private readonly sbyte[] values;

    private MeaningBlock(int dimensions, int[] documents, float[] steps, sbyte[] values)
    {
        Dimensions = dimensions;
        this.documents = documents;
        this.steps = steps;
        this.values = values;
    }

    public int Dimensions { get; }

    public int Count => documents.Length;

    public static MeaningBlock Read(BinaryDocValues from, int documents, int dimensions)
    {
        var (found, bytes) = (new List<int>(documents), new BytesRef());
        var (steps, values) = (new float[documents], new sbyte[(long)documents * dimensions]);
        for (var document = 0; document < documents; document++)
        {
            from.Get(document, bytes);
            if (bytes.Length == MeaningVector.Bytes(dimensions))
            {
                var vector = bytes.Bytes.AsSpan(bytes.Offset, bytes.Length);
                steps[found.Count] = MeaningVector.Step(vector);
                MeaningVector.Values(vector).CopyTo(values.AsSpan(found.Count * dimensions, dimensions));
                found.Add(document);
            }
        }

        return new MeaningBlock(dimensions, [.. found], steps, values);
    }

    /// <summary>The document in the segment.</summary>
    public int Document(int index) => documents[index];

    /// <summary>The cosine of a passage's vector and a question's, both of as many dimensions.</summary>
    public float Cosine(int index, ReadOnlySpan<byte> question) =>
        steps[index] * MeaningVector.Step(question) * MeaningVector.Dot(values.AsSpan(index * Dimensions, Dimensions), MeaningVector.Values(question));
}
