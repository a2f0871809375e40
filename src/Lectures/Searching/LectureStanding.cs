using Lectures.Indexing;
using Lucene.Net.Index;
using Lucene.Net.Search;

namespace Lectures.Searching;

/// <summary>
/// How much each lecture is about each term of a question: a lecture on Magellan names him in many passages and says "he" in the one
/// that answers.
/// </summary>
internal sealed class LectureStanding
{
    /// <summary>A term held by this many passages is half of what a lecture is about.</summary>
    private const float Half = 2;

    /// <summary>What a term in the lecture's title counts, in passages.</summary>
    private const float TitlePassages = 3;

    /// <summary>Terms of more passages tell lectures apart little and cost much.</summary>
    private const int MostPassages = 2_000;

    private readonly Dictionary<int, float[]> byLecture = [];
    private readonly QuestionTerms terms;
    private readonly float[] none;

    public LectureStanding(QuestionTerms terms)
    {
        this.terms = terms;
        none = new float[terms.Count];
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

        var ordinalsOfPairs = new PassageOrdinals(terms.Lookup.Reader);
        foreach (var pair in terms.Pairs)
        {
            foreach (var document in pair.Documents)
            {
                HeldBy(document - ordinalsOfPairs.Of(document) - 1)[pair.Term] += pair.Strength;
            }
        }

        foreach (var held in byLecture.Values)
        {
            for (var t = 0; t < held.Length; t++)
            {
                held[t] /= held[t] + Half;
            }

            Best = Math.Max(Best, Coverage.Sum(held, terms.Weights));
        }
    }

    /// <summary>The most that any lecture is about the whole question, 0 to 1.</summary>
    public float Best { get; } = 1e-6f;

    /// <summary>For each term how much a lecture is about it, 0 to 1.</summary>
    public ReadOnlySpan<float> Of(int lectureDocument) => byLecture.GetValueOrDefault(lectureDocument) ?? none;

    /// <param name="strength">What a passage counts; 0 for a title, which stands in all passages of its lecture and counts once.</param>
    private void Count(AtomicReaderContext leaf, NumericDocValues ordinals, string field, string stem, int term, float strength)
    {
        var enumerator = terms.Lookup.Postings(leaf.Ord, field, stem);
        if (enumerator is null || enumerator.GetCost() > MostPassages)
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

    private float[] HeldBy(int lecture)
    {
        if (!byLecture.TryGetValue(lecture, out var held))
        {
            byLecture[lecture] = held = new float[terms.Count];
        }

        return held;
    }
}
