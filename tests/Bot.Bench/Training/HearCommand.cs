using Bot.Bench.Material;
using Lectures.Searching;

namespace Bot.Bench.Training;

/// <summary>
/// hear SHARED: writes sounds.odds, which ships, from two recognitions of the same speech (SHARED/asr and SHARED/asr-noisy).
/// hear SHARED 0 and hear SHARED 1: from every other article alone, to see how much the articles matter.
/// </summary>
internal static class HearCommand
{
    /// <summary>Longer runs of different words are hardly the same words heard differently.</summary>
    private const int MostWords = 4;

    private const int Rounds = 6;

    public static async Task RunAsync(string[] arguments)
    {
        if (arguments is not [var shared, .. var rest])
        {
            throw new InvalidOperationException("Usage: hear SHARED [0|1], where SHARED holds the folders asr and asr-noisy.");
        }

        var pairs = new List<(string One, string Other)>();
        foreach (var (at, file) in Directory.GetFiles(Path.Combine(shared, "asr", "transcripts")).Order(StringComparer.Ordinal).Index())
        {
            if (rest is [] || at % 2 == (rest[0] == "0" ? 0 : 1))
            {
                var (one, other) = (await ParagraphsAsync(file), await ParagraphsAsync(Path.Combine(shared, "asr-noisy", "transcripts", Path.GetFileName(file))));
                pairs.AddRange(one.Zip(other).SelectMany(static both => HeardWords.Differences(both.First, both.Second, MostWords)));
            }
        }

        Console.WriteLine($"{pairs.Count} runs of words heard differently");
        var odds = SoundOddsTrainer.Train([.. pairs.Select(static pair => (HeardWords.Sounds(pair.One), HeardWords.Sounds(pair.Other)))], Rounds);
        await File.WriteAllLinesAsync(Path.Combine(Repository.Root, "src", "Lectures", "Searching", SoundOdds.File), odds.Write());
    }

    /// <summary>Both sets have the same paragraphs in the same order.</summary>
    private static async Task<string[]> ParagraphsAsync(string file) => (await File.ReadAllTextAsync(file)).Split("\n\n");
}
