using System.Runtime.CompilerServices;

namespace Lectures.Searching;

/// <summary>What a sentence says together with those around it in its passage: for each term the best of them.</summary>
internal static class SentenceContext
{
    /// <summary>What a name counts a sentence later, where "he" or "the men" may stand for it.</summary>
    private const float Fades = 0.75f;

    /// <param name="window">Room for all kinds of coverage.</param>
    /// <param name="carried">The same, as the sentence before left it; nothing before the first.</param>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public static void Fill(Span<float> features, PassageProfile passage, int index, ReadOnlySpan<float> weights, Span<float> window, Span<float> carried)
    {
        var own = passage.Sentences[index].Held.All;
        own.CopyTo(window);
        Widen(window, passage, index - 1);
        Widen(window, passage, index + 1);
        Set(features, window, weights, Feature.Window, Feature.WindowSoft, Feature.WindowGathered);
        Widen(window, passage, index - 2);
        Widen(window, passage, index + 2);
        Set(features, window, weights, Feature.WideWindow, Feature.WideWindowSoft, Feature.WideWindowGathered);
        foreach (ref var share in carried)
        {
            share *= Fades;
        }

        Coverage.Join(carried, own);
        Set(features, carried, weights, Feature.Carried, Feature.CarriedSoft, Feature.CarriedGathered);
    }

    private static void Set(Span<float> features, ReadOnlySpan<float> held, ReadOnlySpan<float> weights, Feature strong, Feature soft, Feature gathered)
    {
        FeatureTable.Set(features, strong, Coverage.Sum(held[..weights.Length], weights));
        FeatureTable.Set(features, soft, Coverage.Sum(held[weights.Length..(2 * weights.Length)], weights));
        FeatureTable.Set(features, gathered, Coverage.Sum(held[(2 * weights.Length)..], weights));
    }

    private static void Widen(Span<float> window, PassageProfile passage, int index)
    {
        if (index >= 0 && index < passage.Sentences.Length)
        {
            Coverage.Join(window, passage.Sentences[index].Held.All);
        }
    }
}
