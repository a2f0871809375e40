using System.Runtime.CompilerServices;

namespace Lectures.Searching;

/// <summary>What a sentence says together with those around it in its passage: for each term the best of them.</summary>
internal static class SentenceContext
{
    /// <summary>What a name counts a sentence later, where "he" or "the men" may stand for it.</summary>
    private const float Fades = 0.75f;

    /// <param name="window">Room for both kinds of coverage.</param>
    /// <param name="carried">The same, as the sentence before left it; nothing before the first.</param>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public static void Fill(Span<float> features, PassageProfile passage, int index, ReadOnlySpan<float> weights, Span<float> window, Span<float> carried)
    {
        var own = passage.Sentences[index].Held.All;
        own.CopyTo(window);
        Widen(window, passage, index - 1);
        Widen(window, passage, index + 1);
        FeatureTable.Set(features, Feature.Window, Coverage.Sum(window[..weights.Length], weights));
        FeatureTable.Set(features, Feature.WindowSoft, Coverage.Sum(window[weights.Length..], weights));
        Widen(window, passage, index - 2);
        Widen(window, passage, index + 2);
        FeatureTable.Set(features, Feature.WideWindow, Coverage.Sum(window[..weights.Length], weights));
        FeatureTable.Set(features, Feature.WideWindowSoft, Coverage.Sum(window[weights.Length..], weights));
        foreach (ref var share in carried)
        {
            share *= Fades;
        }

        Most(carried, own);
        FeatureTable.Set(features, Feature.Carried, Coverage.Sum(carried[..weights.Length], weights));
        FeatureTable.Set(features, Feature.CarriedSoft, Coverage.Sum(carried[weights.Length..], weights));
    }

    private static void Widen(Span<float> window, PassageProfile passage, int index)
    {
        if (index >= 0 && index < passage.Sentences.Length)
        {
            Most(window, passage.Sentences[index].Held.All);
        }
    }

    private static void Most(Span<float> best, ReadOnlySpan<float> others)
    {
        for (var i = 0; i < best.Length; i++)
        {
            best[i] = others[i] > best[i] ? others[i] : best[i];
        }
    }
}
