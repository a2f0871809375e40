using Lectures.Indexing;
using Lucene.Net.Index;
using Lucene.Net.Util;

namespace Lectures.Searching;

/// <summary>Reads passages' words for one question, each once.</summary>
internal sealed class PassageProfiles(IndexReader reader, QuestionTerms terms) : IDisposable
{
    private readonly IList<AtomicReaderContext> leaves = reader.Leaves;
    private readonly (NumericDocValues Ordinals, BinaryDocValues Terms)?[] values = new (NumericDocValues, BinaryDocValues)?[reader.Leaves.Count];
    private readonly Dictionary<int, PassageProfile> known = [];
    private readonly Dictionary<int, Coverage> held = [];
    private readonly CoverageBuffer buffer = new(terms.Count);
    private readonly BytesRef bytes = new();

    public int Ordinal(int document)
    {
        var leaf = ReaderUtil.SubIndex(document, leaves);
        return (int)Values(leaf).Ordinals.Get(document - leaves[leaf].DocBase);
    }

    public PassageProfile Get(int document)
    {
        if (!known.TryGetValue(document, out var profile))
        {
            known[document] = profile = PassageProfile.Of(Words(document), terms, buffer);
        }

        return profile;
    }

    /// <summary>Sets, sentence by sentence, how what was asked is heard there (<see cref="SoundPatterns.Find"/>).</summary>
    public void Listen(int document, Span<sbyte> scores)
    {
        var words = Words(document);
        var width = terms.Sounds.Scores;
        for (var i = 0; i < words.SentenceCount; i++)
        {
            terms.Sounds.Find(words, i, scores.Slice(i * width, width));
        }
    }

    /// <summary>What the passage beside one, of the same lecture, holds; null where there is none.</summary>
    public Coverage? Beside(int document, int ordinal, int step)
    {
        var other = document + step;
        if (ordinal + step < 0 || other >= reader.MaxDoc || (step > 0 && Ordinal(other) != ordinal + step))
        {
            return null;
        }

        if (known.TryGetValue(other, out var profile))
        {
            return profile.Held;
        }

        if (!held.TryGetValue(other, out var found))
        {
            held[other] = found = PassageProfile.HeldBy(Words(other), terms, buffer);
        }

        return found;
    }

    /// <summary>An empty coverage for the same question, given back with the others.</summary>
    public Coverage Empty() => buffer.Take();

    public void Dispose() => buffer.Dispose();

    /// <summary>Valid until the next call.</summary>
    private PassageTerms Words(int document)
    {
        var leaf = ReaderUtil.SubIndex(document, leaves);
        Values(leaf).Terms.Get(document - leaves[leaf].DocBase, bytes);
        return new PassageTerms(bytes.Bytes.AsSpan(bytes.Offset, bytes.Length));
    }

    private (NumericDocValues Ordinals, BinaryDocValues Terms) Values(int leaf) => values[leaf] ??=
        (leaves[leaf].AtomicReader.GetNumericDocValues(IndexFields.Ordinal), leaves[leaf].AtomicReader.GetBinaryDocValues(IndexFields.Terms));
}
