using Lectures.Passages;

namespace Lectures.Searching;

/// <summary>A passage and, for each of its sentences, the probability that it answers, given that one of the candidates' does.</summary>
/// <param name="highlights">For each sentence the probability that it is the one which answers, given that the passage does.</param>
/// <param name="read">Reads the passage; most of those ranked are never shown, and a lecture is long.</param>
internal sealed class RankedPassage(Candidate candidate, ReadOnlyMemory<float> sentences, float mass, Func<float[]> highlights, Func<Passage> read)
{
    private Passage? passage;
    private float[]? known;

    public Candidate Candidate => candidate;

    public int LectureDocument => candidate.LectureDocument;

    public ReadOnlyMemory<float> Sentences => sentences;

    public ReadOnlySpan<float> Highlights => known ??= highlights();

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

        return new RankedPassage(candidate, probabilities, changed, highlights, () => Passage);
    }
}
