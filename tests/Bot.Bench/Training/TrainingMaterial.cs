using System.Globalization;
using Lectures;
using Lectures.Indexing;
using Lectures.Searching;
using Lectures.Semantics;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;

namespace Bot.Bench.Training;

/// <summary>The sets, indexed and asked with one semantic model, or with none.</summary>
/// <param name="Name">The model's settings file without its ending; empty without a model.</param>
internal sealed record TrainingMaterial(string Name, ServiceProvider Services, IReadOnlyList<TrainingSet> Sets) : IDisposable
{
    /// <param name="settings">A file with a section as in appsettings.json; null for no model.</param>
    /// <param name="kept">Where the indexes stay for the next time, so that nothing is encoded twice; null for nowhere.</param>
    /// <param name="more">Sets beside those that ship, each as FOLDER=WEIGHT.</param>
    public static async Task<TrainingMaterial> OpenAsync(string shared, string? settings, string? kept, IReadOnlyList<string> more)
    {
        var added = more.Select(FolderAndWeight).ToList();
        var home = Home.Find();
        var name = Path.GetFileNameWithoutExtension(settings) ?? "";
        var services = new ServiceCollection().AddLogging().AddLectures()
            .Configure<LibraryOptions>(options => options.Names = Path.Combine(home, options.Names))
            .Configure<SemanticOptions>(options => Bind(options, settings)).BuildServiceProvider();
        Task<TrainingSet> Open(string set, double weight, string lectures, string questions) =>
            TrainingSet.OpenAsync(set, weight, services, lectures, questions, kept is null ? null : Path.Combine(kept, $"{name}-{set}"));
        List<TrainingSet> sets =
        [
            await Open("clean", 2, $"{shared}/clean/transcripts", $"{shared}/clean/questions.jsonl"),
            await Open("asr", 1, $"{shared}/asr/transcripts", $"{shared}/asr/questions.jsonl"),
            await Open("asr-noisy", 0.6, $"{shared}/asr-noisy/transcripts", $"{shared}/asr-noisy/questions.jsonl"),
            await Open("own", 4, $"{home}/index/lectures", $"{home}/tests/Bot.Tests/Data/quality/questions.jsonl"),
            await Open("training", 2, $"{home}/index/lectures", $"{home}/tests/Bot.Bench/Training/questions.jsonl"),
            await Open("short", 2, $"{home}/index/lectures", $"{home}/tests/Bot.Bench/Training/short.jsonl"),
        ];
        foreach (var (folder, weight) in added)
        {
            sets.Add(await Open(Path.GetFileName(folder), weight, $"{folder}/transcripts", $"{folder}/questions.jsonl"));
        }

        return new TrainingMaterial(name, services, sets);
    }

    private static (string Folder, double Weight) FolderAndWeight(string set) =>
        set.LastIndexOf('=') is > 0 and var at && double.TryParse(set.AsSpan(at + 1), NumberStyles.Float, CultureInfo.InvariantCulture, out var weight)
            ? (Path.TrimEndingDirectorySeparator(set[..at]), weight)
            : throw new InvalidOperationException($"--set needs FOLDER=WEIGHT, as in podcast=2; got {set}.");

    /// <summary>The settings of a model, relative to their file.</summary>
    public static void Bind(SemanticOptions options, string? settings)
    {
        if (settings is not null)
        {
            new ConfigurationBuilder().AddJsonFile(Path.GetFullPath(settings)).Build().GetSection(SemanticOptions.Section).Bind(options);
            options.StartFrom(Path.GetDirectoryName(Path.GetFullPath(settings)) ?? "");
        }
    }

    /// <summary>A searcher with these weights, which know meaning where a model is set.</summary>
    public PassageSearcher Searcher(RankingModels weights)
    {
        var stage = Services.GetRequiredService<SemanticStage>();
        return new PassageSearcher(
            weights, Services.GetRequiredService<NamesTable>(), Services.GetRequiredService<RelatedWords>(), new SemanticRanking(stage, new Lazy<RankingModels>(weights)));
    }

    public void Dispose()
    {
        foreach (var set in Sets)
        {
            set.Dispose();
        }

        Services.Dispose();
    }
}
