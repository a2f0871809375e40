using CsCheck;

namespace Bot.Tests.Lectures.Transcripts.Subtitles;

/// <summary>CsCheck with the same samples in every run; what fails is named by its seed, for CsCheck to shrink.</summary>
internal static class FixedSamples
{
    private const int Samples = 1_000;

    public static void ForEach<T>(this Gen<T> made, Action<T> holds)
    {
        for (var i = 0u; i < Samples; i++)
        {
            made.Sample(holds, seed: new PCG(i, 1).ToString(), iter: 1, threads: 1);
        }
    }
}
