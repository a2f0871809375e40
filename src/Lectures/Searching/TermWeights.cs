using Lectures.Indexing;
using Lucene.Net.Index;

namespace Lectures.Searching;

/// <summary>How much each term of a question tells passages apart: BM25's idf over the index at hand. A term that no passage has weighs most.</summary>
internal sealed class TermWeights
{
    private readonly int[] hashes;
    private readonly double[] weights;

    public TermWeights(Question question, IndexReader reader)
    {
        hashes = [.. question.Terms.Select(static word => word.Hash)];
        weights = new double[hashes.Length];
        var unknown = 0.0;
        for (var i = 0; i < weights.Length; i++)
        {
            var frequency = reader.DocFreq(new Term(IndexFields.Body, question.Terms[i].Stem));
            weights[i] = Idf(reader.MaxDoc, frequency);
            Sum += weights[i];
            unknown += frequency == 0 ? weights[i] : 0;
        }

        Unknown = unknown / Sum;
    }

    public int Count => hashes.Length;

    public double Sum { get; }

    /// <summary>The share of the weight that lies on terms no passage has, 0 to 1.</summary>
    public double Unknown { get; }

    public double this[int term] => weights[term];

    /// <summary>The place of a stem's hash among the question's terms, or -1.</summary>
    public int IndexOf(int hash) => hashes.AsSpan().IndexOf(hash);

    private static double Idf(int documents, int frequency) => Math.Log(1 + (documents - frequency + 0.5) / (frequency + 0.5));
}
