using Lectures.Passages;

namespace Lectures.Searching;

/// <summary>A passage and, for each of its sentences, the probability that it answers, given that one of the candidates' does.</summary>
/// <param name="read">Reads the passage; most of those ranked are never shown, and a lecture is long.</param>
internal sealed class RankedPassage(int lectureDocument, ReadOnlyMemory<float> sentences, float mass, Func<Passage> read)
{
    private Passage? passage;

    public int LectureDocument => lectureDocument;

    public ReadOnlyMemory<float> Sentences => sentences;

    /// <summary>The sum over its sentences: no run of them is more probable.</summary>
    public float Mass => mass;

    public Passage Passage => passage ??= read();

    /// <summary>The same passage as a whole more or less probable; each sentence keeps its share.</summary>
    public RankedPassage WithMass(float changed)
    {
        var probabilities = sentences.ToArray();
        for (var i = 0; i < probabilities.Length && mass > 0; i++)
        {
            probabilities[i] *= changed / mass;
        }

        return new RankedPassage(lectureDocument, probabilities, changed, () => Passage);
    }
}
