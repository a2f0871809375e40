using Lectures.Passages;
using Lectures.Transcripts;

namespace Lectures.Searching;

/// <summary>A passage and, for each of its sentences, the probability that it answers, given that one of the candidates' does.</summary>
/// <param name="row">Of its first sentence in the table of features.</param>
/// <param name="read">Reads the passage; most of those ranked are never shown, and a lecture is long.</param>
internal sealed class RankedPassage(Candidate candidate, int row, float[] sentences, Func<Passage> read, float[]? evidence = null)
{
    private Passage? passage;

    public Candidate Candidate => candidate;

    public int LectureDocument => candidate.LectureDocument;

    public int Row => row;

    /// <summary>The first sentence among its lecture's; known without reading the passage, which counts from its own.</summary>
    public int FirstSentence => candidate.Profile.FirstSentence;

    /// <summary>Of the sentences in the lecture's text.</summary>
    public ReadOnlySpan<TextSpan> Spans => candidate.Profile.Spans;

    public ReadOnlySpan<float> Sentences => sentences;

    /// <summary>The sum over its sentences: no run of them is more probable.</summary>
    public float Mass { get; } = sentences.Sum();

    /// <summary>For each sentence how much it speaks for an answer at all (<see cref="RankingModels.Evidence"/>); empty beyond the first passages.</summary>
    public ReadOnlySpan<float> Evidence => evidence;

    public Passage Passage => passage ??= read();

    /// <summary>The same with other probabilities.</summary>
    public RankedPassage With(float[] changed) => new(candidate, row, changed, () => Passage, evidence);

    public RankedPassage WithEvidence(float[] scores) => new(candidate, row, sentences, () => Passage, scores);

    /// <summary>The same passage as a whole more or less probable; each sentence keeps its share.</summary>
    public RankedPassage WithMass(float changed)
    {
        var factor = Mass > 0 ? changed / Mass : 0;
        return With([.. sentences.Select(probability => probability * factor)]);
    }
}
