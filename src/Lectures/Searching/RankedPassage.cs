using Lectures.Passages;

namespace Lectures.Searching;

/// <summary>A passage and, for each of its sentences, the probability that it answers, given that one of the candidates' does.</summary>
internal sealed record RankedPassage(Passage Passage, ReadOnlyMemory<float> Sentences)
{
    public float Mass
    {
        get
        {
            var sum = 0f;
            foreach (var probability in Sentences.Span)
            {
                sum += probability;
            }

            return sum;
        }
    }
}
