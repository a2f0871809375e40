using System.Buffers;
using Lectures.Indexing;
using Lucene.Net.Index;
using Lucene.Net.Search;

namespace Lectures.Searching;

/// <summary>
/// How much each lecture is about each term of a question: a lecture on Magellan names him in many passages and says "he" in the one
/// that answers.
/// </summary>
internal sealed class LectureStanding : IDisposable
{
    /// <summary>A term held by this many passages is half of what a lecture is about.</summary>
    private const float Half = 2;

    /// <summary>What a term in the lecture's title counts, in passages.</summary>
    private const float TitlePassages = 3;

    /// <summary>Terms of more passages tell lectures apart little and cost much.</summary>
    private const int MostPassages = 2_000;

    /// <summary>A number a document of the index; a dictionary of thousands of lectures would be made anew, and large, with every question.</summary>
    private static readonly ArrayPool<int> Numbers = ArrayPool<int>.Create(1 << 20, Environment.ProcessorCount);

    private static readonly ArrayPool<float> Tables = ArrayPool<float>.Create(1 << 18, Environment.ProcessorCount);

    /// <summary>For the document of a lecture that holds anything, its row in <see cref="rows"/>, counted from 1.</summary>
    private int[] rowOf;
    private float[] rows;
    private int count;
    private readonly QuestionTerms terms;
    private readonly float[] none;

    public LectureStanding(QuestionTerms terms, PassageProfiles profiles)
    {
        this.terms = terms;
        none = new float[terms.Count];
        rows = Tables.Rent(64 * terms.Count);
        rowOf = Numbers.Rent(terms.Lookup.Reader.MaxDoc);
        rowOf.AsSpan(0, terms.Lookup.Reader.MaxDoc).Clear();
        foreach (var leaf in terms.Lookup.Leaves)
        {
            if (leaf.AtomicReader.GetNumericDocValues(IndexFields.Ordinal) is not { } ordinals)
            {
                continue;
            }

            for (var t = 0; t < terms.Count; t++)
            {
                var stem = terms.Question.Terms[t].Stem;
                Count(leaf, ordinals, IndexFields.Title, stem, t, 0);
                Count(leaf, ordinals, IndexFields.Body, stem, t, 1);
            }

            foreach (var (stem, strength, term) in terms.Others)
            {
                Count(leaf, ordinals, IndexFields.Title, stem, term, 0);
                Count(leaf, ordinals, IndexFields.Body, stem, term, strength);
            }
        }

        foreach (var pair in terms.Pairs)
        {
            foreach (var document in pair.Documents)
            {
                HeldBy(document - profiles.Ordinal(document) - 1)[pair.Term] += pair.Strength;
            }
        }

        for (var row = 0; row < count; row++)
        {
            var held = rows.AsSpan(row * terms.Count, terms.Count);
            foreach (ref var share in held)
            {
                share /= share + Half;
            }

            Best = Math.Max(Best, Coverage.Sum(held, terms.Weights));
        }
    }

    public void Dispose()
    {
        Numbers.Return(rowOf);
        Tables.Return(rows);
        (rowOf, rows) = ([], []);
    }

    /// <summary>The most that any lecture is about the whole question, 0 to 1.</summary>
    public float Best { get; } = 1e-6f;

    /// <summary>For each term how much a lecture is about it, 0 to 1.</summary>
    public ReadOnlySpan<float> Of(int lectureDocument) => rowOf[lectureDocument] is > 0 and var row ? rows.AsSpan((row - 1) * terms.Count, terms.Count) : none;

    /// <param name="strength">What a passage counts; 0 for a title, which stands in all passages of its lecture and counts once.</param>
    private void Count(AtomicReaderContext leaf, NumericDocValues ordinals, string field, string stem, int term, float strength)
    {
        if (terms.Lookup.DocFreq(field, stem) > MostPassages || terms.Lookup.Postings(leaf.Ord, field, stem) is not { } enumerator)
        {
            return;
        }

        for (var document = enumerator.NextDoc(); document != DocIdSetIterator.NO_MORE_DOCS; document = enumerator.NextDoc())
        {
            var ordinal = (int)ordinals.Get(document);
            if (strength == 0 && ordinal != 0)
            {
                continue;
            }

            HeldBy(leaf.DocBase + document - ordinal - 1)[term] += strength == 0 ? TitlePassages : strength;
        }
    }

    private Span<float> HeldBy(int lecture)
    {
        var row = rowOf[lecture];
        if (row == 0)
        {
            rowOf[lecture] = row = ++count;
            if (count * terms.Count > rows.Length)
            {
                var larger = Tables.Rent(2 * rows.Length);
                rows.CopyTo(larger, 0);
                Tables.Return(rows);
                rows = larger;
            }

            rows.AsSpan((row - 1) * terms.Count, terms.Count).Clear();
        }

        return rows.AsSpan((row - 1) * terms.Count, terms.Count);
    }
}
