namespace Lectures.Searching;

/// <summary>What a sentence says together with those around it in its passage.</summary>
internal static class SentenceContext
{
    /// <summary>What a name counts a sentence later, where "he" or "the men" may stand for it.</summary>
    private const float Fades = 0.75f;

    /// <param name="reach">How many sentences before and after.</param>
    public static (float Strong, float Soft) Window(PassageProfile passage, int index, int reach, ReadOnlySpan<float> weights)
    {
        Span<float> strong = stackalloc float[weights.Length];
        Span<float> soft = stackalloc float[weights.Length];
        strong.Clear();
        soft.Clear();
        for (var i = Math.Max(0, index - reach); i <= Math.Min(passage.Sentences.Length - 1, index + reach); i++)
        {
            Most(strong, passage.Sentences[i].Held.Strong, 1);
            Most(soft, passage.Sentences[i].Held.Soft, 1);
        }

        return (Coverage.Sum(strong, weights), Coverage.Sum(soft, weights));
    }

    public static (float Strong, float Soft) Carried(PassageProfile passage, int index, ReadOnlySpan<float> weights)
    {
        Span<float> strong = stackalloc float[weights.Length];
        Span<float> soft = stackalloc float[weights.Length];
        strong.Clear();
        soft.Clear();
        var share = 1f;
        for (var i = index; i >= 0; i--, share *= Fades)
        {
            Most(strong, passage.Sentences[i].Held.Strong, share);
            Most(soft, passage.Sentences[i].Held.Soft, share);
        }

        return (Coverage.Sum(strong, weights), Coverage.Sum(soft, weights));
    }

    private static void Most(Span<float> best, ReadOnlySpan<float> others, float share)
    {
        for (var i = 0; i < best.Length; i++)
        {
            best[i] = Math.Max(best[i], share * others[i]);
        }
    }
}
