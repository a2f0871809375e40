using Lectures.Indexing;
using Lectures.Semantics;
using Lucene.Net.Index;
using Lucene.Net.Util;

namespace Lectures.Searching;

/// <summary>How near each candidate, and each of its sentences, is to a question.</summary>
internal sealed class SentenceMeanings
{
    private readonly float[] passages;
    private readonly float[][] sentences;
    private readonly float nearest;

    private SentenceMeanings(float[] passages, float[][] sentences, float nearest) => (this.passages, this.sentences, this.nearest) = (passages, sentences, nearest);

    /// <summary><see cref="Searching.Nearest.StandsOut"/>.</summary>
    public float Nearest => nearest;

    /// <summary>By how much the nearest sentence stands out among those of the candidates, in deviations.</summary>
    public float Best { get; private set; }

    public static SentenceMeanings Of(IReadOnlyList<Candidate> candidates, IndexReader reader, byte[] question, float nearest)
    {
        var bytes = new BytesRef();
        var (passages, sentences) = (new float[candidates.Count], new float[candidates.Count][]);
        for (var i = 0; i < candidates.Count; i++)
        {
            var leaf = reader.Leaves[ReaderUtil.SubIndex(candidates[i].Document, reader.Leaves)];
            passages[i] = Vector(IndexFields.Meaning, candidates[i].Document, leaf, bytes) is [_, ..] passage ? MeaningVector.Cosine(passage, question) : 0;
            sentences[i] = new float[candidates[i].Profile.Sentences.Length];
            var vectors = Vector(IndexFields.SentenceMeanings, candidates[i].Document, leaf, bytes);
            for (var s = 0; s < sentences[i].Length && vectors.Length >= (s + 1) * question.Length; s++)
            {
                sentences[i][s] = MeaningVector.Cosine(vectors.Slice(s * question.Length, question.Length), question);
            }
        }

        return new SentenceMeanings(passages, sentences, nearest);
    }

    /// <param name="row">Gives the meaning's part of a row of features.</param>
    public void Fill(Func<int, Memory<float>> row)
    {
        if (sentences.Length == 0)
        {
            return;
        }

        var around = Array.ConvertAll(sentences, Around);
        var (ofSentences, ofAround, ofPassages) = (Spread.Of(sentences.SelectMany(static one => one)), Spread.Of(around.SelectMany(static one => one)), Spread.Of(passages));
        Best = ofSentences.OffMean(ofSentences.Best);
        var at = 0;
        for (var passage = 0; passage < sentences.Length; passage++)
        {
            var better = passages.Count(other => other > passages[passage]);
            var best = sentences[passage].DefaultIfEmpty().Max();
            for (var s = 0; s < sentences[passage].Length; s++, at++)
            {
                var features = row(at).Span;
                Set(features, MeaningFeature.MeaningSentence, ofSentences.OffMean(sentences[passage][s]));
                Set(features, MeaningFeature.MeaningSentenceOfBest, ofSentences.OffBest(sentences[passage][s]));
                Set(features, MeaningFeature.MeaningAround, ofAround.OffMean(around[passage][s]));
                Set(features, MeaningFeature.MeaningAroundOfBest, ofAround.OffBest(around[passage][s]));
                Set(features, MeaningFeature.MeaningBestOfPassage, ofSentences.OffMean(best));
                Set(features, MeaningFeature.MeaningOfPassage, ofSentences.OffMean(sentences[passage][s]) - ofSentences.OffMean(best));
                Set(features, MeaningFeature.MeaningPassage, ofPassages.OffMean(passages[passage]));
                Set(features, MeaningFeature.MeaningPassageOfBest, ofPassages.OffBest(passages[passage]));
                Set(features, MeaningFeature.MeaningPassageRank, 1 / MathF.Log2(2 + better));
                Set(features, MeaningFeature.MeaningNearest, nearest);
            }
        }
    }

    private static float[] Around(float[] cosines)
    {
        var around = new float[cosines.Length];
        for (var i = 0; i < cosines.Length; i++)
        {
            var (first, last) = (Math.Max(0, i - 1), Math.Min(cosines.Length - 1, i + 1));
            for (var beside = first; beside <= last; beside++)
            {
                around[i] += cosines[beside] / (last - first + 1);
            }
        }

        return around;
    }

    /// <summary>Valid until the next call.</summary>
    private static ReadOnlySpan<byte> Vector(string field, int document, AtomicReaderContext leaf, BytesRef bytes)
    {
        if (leaf.AtomicReader.GetBinaryDocValues(field) is not { } values)
        {
            return [];
        }

        values.Get(document - leaf.DocBase, bytes);
        return bytes.Bytes.AsSpan(bytes.Offset, bytes.Length);
    }

    private static void Set(Span<float> features, MeaningFeature feature, float value) => features[(int)feature] = value;

    private readonly record struct Spread(float Mean, float Deviation, float Best)
    {
        public static Spread Of(IEnumerable<float> cosines)
        {
            var (count, sum, squares, best) = (0, 0.0, 0.0, float.MinValue);
            foreach (var cosine in cosines)
            {
                count++;
                sum += cosine;
                squares += (double)cosine * cosine;
                best = Math.Max(best, cosine);
            }

            var mean = sum / Math.Max(1, count);
            return new Spread((float)mean, (float)Math.Sqrt(Math.Max(0, squares / Math.Max(1, count) - mean * mean)), best);
        }

        public float OffMean(float cosine) => Deviation < 1e-6f ? 0 : (cosine - Mean) / Deviation;

        public float OffBest(float cosine) => Deviation < 1e-6f ? 0 : (cosine - Best) / Deviation;
    }
}
