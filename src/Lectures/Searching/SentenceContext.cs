namespace Lectures.Searching;

/// <summary>What a sentence says together with those around it in its passage: for each term the best of them, in room that the caller lends.</summary>
internal static class SentenceContext
{
    /// <summary>What a name counts a sentence later, where "he" or "the men" may stand for it.</summary>
    private const float Fades = 0.75f;

    /// <summary>Takes a sentence into a window, where the passage has it.</summary>
    public static void Widen(Span<float> window, PassageProfile passage, int index)
    {
        if (index >= 0 && index < passage.Sentences.Length)
        {
            Most(window, passage.Sentences[index].Held.All);
        }
    }

    /// <summary>From what the sentence before carried to what this one does: its own terms, and those from before a little less.</summary>
    public static void Carry(Span<float> carried, Coverage held)
    {
        foreach (ref var share in carried)
        {
            share *= Fades;
        }

        Most(carried, held.All);
    }

    /// <summary>The share of the question that a window of both kinds of coverage holds.</summary>
    public static (float Strong, float Soft) Sums(ReadOnlySpan<float> window, ReadOnlySpan<float> weights) =>
        (Coverage.Sum(window[..weights.Length], weights), Coverage.Sum(window[weights.Length..], weights));

    private static void Most(Span<float> best, ReadOnlySpan<float> others)
    {
        for (var i = 0; i < best.Length; i++)
        {
            best[i] = others[i] > best[i] ? others[i] : best[i];
        }
    }
}
