using System.Diagnostics;
using Bot.Bench.Large;
using Bot.Bench.Material;
using Bot.Bench.Training;
using Bot.Tests.Lectures.Semantics;
using Lectures.Indexing;
using Lectures.Searching;
using Lectures.Semantics;

namespace Bot.Bench.Semantic;

/// <summary>
/// semantic: what vectors cost at 100,000 passages, beside the same library without: space, time of a scan and of a question, memory. The
/// model is made up, of 384 dimensions; what a scan costs does not depend on what the numbers are.
/// semantic FILE: the model of a settings file over the default library: a question's time, lectures encoded, memory.
/// </summary>
internal static class SemanticMeasurement
{
    private const int Lectures = 1_400;
    private const int Dimensions = 384;
    private const int Words = 20_000;
    private const int Asked = 200;
    private const int Rounds = 3;

    public static Task RunAsync(string[] arguments) => arguments is [var settings] ? ModelAsync(settings) : LargeAsync();

    private static async Task LargeAsync()
    {
        using var folder = new TemporaryFolder();
        var set = QuestionSet.Load();
        LargeLibrary.Write(set.Lectures, folder["lectures"], Lectures);
        var options = MadeUp(set, folder["model"]);
        var questions = set.Questions.Where(static (_, i) => i % 5 == 0).Take(Asked).ToArray();

        var plain = await MeasureAsync("without", folder["lectures"], folder["plain"], _ => { }, questions);
        var with = await MeasureAsync("with   ", folder["lectures"], folder["with"], semantic => semantic.ModelPath = options.ModelPath, questions);
        Print($"space: {plain.Bytes / 1e6:0} and {with.Bytes / 1e6:0} MB; vectors take {(with.Bytes - plain.Bytes) / (double)with.Passages:#,0} bytes a passage");
    }

    private static async Task<(long Bytes, int Passages)> MeasureAsync(string name, string lectures, string index, Action<SemanticOptions> semantic, string[] questions)
    {
        var started = Stopwatch.GetTimestamp();
        var (library, _) = await IndexedLibrary.CreateAsync(lectures, index, semantic);
        using var disposed = library;
        using var lease = library.Lease();
        Print($"{name}: {lease.PassageCount:#,0} passages indexed in {Stopwatch.GetElapsedTime(started).TotalSeconds:0} s");
        GC.Collect();
        var before = GC.GetTotalMemory(forceFullCollection: true);
        Measure($"{name}: a question", questions, question => library.Answerer.Ask(lease, question, 3));
        Print($"{name}: {(GC.GetTotalMemory(forceFullCollection: true) - before) / 1e6:0} MB of objects more after questions than before; {Process.GetCurrentProcess().WorkingSet64 / 1e6:0} MB resident");
        if (library.Semantics.Identity is not null)
        {
            var meanings = new IndexedMeanings();
            Measure($"{name}: the scan alone", [.. questions.Select(question => library.Semantics.Question(question) ?? throw new InvalidOperationException("The model failed."))], question =>
                Nearest.Find(lease.Searcher.IndexReader, meanings, question, library.Semantics.Dimensions, filter: null, 20));
        }

        return (Directory.EnumerateFiles(index).Sum(static file => new FileInfo(file).Length), lease.PassageCount);
    }

    private static async Task ModelAsync(string settings)
    {
        using var folder = new TemporaryFolder();
        var started = Stopwatch.GetTimestamp();
        var (library, report) = await IndexedLibrary.CreateAsync(Repository.Lectures, folder["index"], options => TrainingMaterial.Bind(options, settings));
        using var disposed = library;
        var took = Stopwatch.GetElapsedTime(started);
        using var lease = library.Lease();
        Print($"{library.Semantics.Dimensions} dimensions; {lease.PassageCount} passages of {report.Words:#,0} words opened, encoded and indexed in {took.TotalSeconds:0.0} s: {report.Words / took.TotalSeconds:#,0} words a second");
        string[] questions = [.. QuestionSet.Load().Questions.Where(static (_, i) => i % 5 == 0).Take(Asked)];
        Measure("a question's vector", questions, library.Semantics.Question);
        Measure("a question", questions, question => library.Answerer.Ask(lease, question, 3));
        using var process = Process.GetCurrentProcess();
        Print($"{process.WorkingSet64 / 1e6:0} MB resident, peak {process.PeakWorkingSet64 / 1e6:0} MB");
    }

    /// <summary>A vector drawn for each of the commonest words.</summary>
    private static SemanticOptions MadeUp(QuestionSet set, string folder)
    {
        var random = new Random(384);
        var words = Directory.EnumerateFiles(set.Lectures).Order(StringComparer.Ordinal)
            .SelectMany(static file => File.ReadAllText(file).ToLowerInvariant().Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries)).Where(static word => word.All(char.IsAsciiLetterLower))
            .CountBy(static word => word).OrderByDescending(static word => word.Value).ThenBy(static word => word.Key, StringComparer.Ordinal).Take(Words).Select(static word => word.Key);
        return TinyModel.Encoder(folder, words.ToDictionary(static word => word, _ => Enumerable.Range(0, Dimensions).Select(_ => random.NextSingle() - 0.5f).ToArray()));
    }

    private static void Measure<TQuestion, TAnswer>(string name, TQuestion[] questions, Func<TQuestion, TAnswer> ask)
    {
        var times = new Series();
        for (var round = -1; round < Rounds; round++)
        {
            foreach (var question in questions)
            {
                var started = Stopwatch.GetTimestamp();
                _ = ask(question);
                if (round >= 0)
                {
                    times.Add(Stopwatch.GetElapsedTime(started).TotalMilliseconds);
                }
            }
        }

        Print($"{name}: median {times.Median:0.00} ms, p99 {times.Quantile(0.99):0.00} ms, over {questions.Length} questions, {Rounds} rounds after one to warm up");
    }

    private static void Print(FormattableString line) => Console.WriteLine(FormattableString.Invariant(line));
}
