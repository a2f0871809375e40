using System.Diagnostics;
using System.Globalization;
using Bot.Bench.Large;
using Bot.Bench.Material;
using Bot.Bench.Training;
using Lectures.Indexing;
using Lectures.Searching;
using Lectures.Semantics;
using Lucene.Net.Util;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging.Abstractions;

namespace Bot.Bench.Semantic;

/// <summary>
/// semantic [LECTURES]: what vectors cost at 100,000 passages, with and without them over one index: space, time of a scan and of a question,
/// memory. The vectors are made up, of 384 dimensions; what they cost does not depend on what they mean.
/// semantic FILE: the model of a settings file over the default library: a question's time, lectures encoded, memory.
/// </summary>
internal static class SemanticMeasurement
{
    private const int Lectures = 1_400;
    private const int Dimensions = 384;
    private const int Asked = 200;
    private const int Rounds = 3;

    public static Task RunAsync(string[] arguments) => arguments switch
    {
        [] => LargeAsync(Lectures),
        [var number] when int.TryParse(number, CultureInfo.InvariantCulture, out var lectures) => LargeAsync(lectures),
        [var settings] => ModelAsync(settings),
        _ => throw new InvalidOperationException("Usage: semantic [LECTURES], or semantic FILE with a section \"Semantic\" as in appsettings.json."),
    };

    private static async Task LargeAsync(int lectures)
    {
        using var folder = new TemporaryFolder();
        var set = QuestionSet.Load();
        LargeLibrary.Write(set.Lectures, folder["lectures"], lectures);
        using var encoder = new MadeUpEncoder(Dimensions);
        var stage = new SemanticStage(new SemanticOptions(), encoder, scorer: null, NullLogger<SemanticStage>.Instance);
        var (library, _) = await IndexedLibrary.CreateAsync(folder["lectures"], folder["index"], services => services.AddSingleton(stage));
        using var disposed = library;
        using var lease = library.Lease();
        var bytes = Directory.EnumerateFiles(folder["index"]).Sum(static file => new FileInfo(file).Length);
        var vectors = VectorBytes(lease);
        Print($"{lease.PassageCount:#,0} passages; the index takes {bytes / 1e6:0} MB, of which vectors {vectors / 1e6:0} MB ({vectors / lease.PassageCount:#,0} bytes a passage)");

        var questions = set.Questions.Where(static (_, i) => i % 5 == 0).Take(Asked).ToArray();
        var (without, with) = (library.WithoutModel, library.Answerer);
        Measure("a question without", questions, question => without.Ask(lease, question, 3));
        var before = GC.GetTotalMemory(forceFullCollection: true);
        var started = Stopwatch.GetTimestamp();
        with.Ask(lease, questions[0], 3);
        Print($"the first question with vectors, which reads them into memory: {Stopwatch.GetElapsedTime(started).TotalMilliseconds:0} ms, {(GC.GetTotalMemory(forceFullCollection: true) - before) / 1e6:0} MB of objects");
        Measure("a question with   ", questions, question => with.Ask(lease, question, 3));
        var meanings = new IndexedMeanings();
        Measure("the scan alone    ", [.. questions.Select(question => stage.Question(question) ?? throw new InvalidOperationException("The model failed."))], question =>
            Nearest.Find(lease.Searcher.IndexReader, meanings, question, Dimensions, filter: null, 20));
    }

    private static async Task ModelAsync(string settings)
    {
        using var folder = new TemporaryFolder();
        var started = Stopwatch.GetTimestamp();
        var (library, report) = await IndexedLibrary.CreateAsync(
            Repository.Lectures, folder["index"], services => services.Configure<SemanticOptions>(options => TrainingMaterial.Bind(options, settings)));
        using var disposed = library;
        var took = Stopwatch.GetElapsedTime(started);
        using var lease = library.Lease();
        Print($"{library.Semantics.Dimensions} dimensions; {lease.PassageCount} passages of {report.Words:#,0} words: the model opened, all encoded and indexed in {took.TotalSeconds:0.0} s");
        string[] questions = [.. QuestionSet.Load().Questions.Where(static (_, i) => i % 5 == 0).Take(Asked)];
        Measure("a question's vector", questions, library.Semantics.Question);
        Measure("a question         ", questions, question => library.Answerer.Ask(lease, question, 3));
        using var process = Process.GetCurrentProcess();
        Print($"{process.WorkingSet64 / 1e6:0} MB resident, peak {process.PeakWorkingSet64 / 1e6:0} MB");
    }

    private static long VectorBytes(IndexLease lease)
    {
        var (total, bytes) = (0L, new BytesRef());
        foreach (var leaf in lease.Searcher.IndexReader.Leaves)
        {
            foreach (var field in (string[])[IndexFields.Meaning, IndexFields.SentenceMeanings])
            {
                var values = leaf.AtomicReader.GetBinaryDocValues(field);
                for (var document = 0; document < leaf.AtomicReader.MaxDoc; document++)
                {
                    values.Get(document, bytes);
                    total += bytes.Length;
                }
            }
        }

        return total;
    }

    private static void Measure<TQuestion, TAnswer>(string name, TQuestion[] questions, Func<TQuestion, TAnswer> ask)
    {
        using var process = Process.GetCurrentProcess();
        var (times, before) = (new Series(), TimeSpan.Zero);
        for (var round = -1; round < Rounds; round++)
        {
            if (round == 0)
            {
                process.Refresh();
                before = process.TotalProcessorTime;
            }

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

        process.Refresh();
        Print($"{name}: median {times.Median:0.00} ms, p99 {times.Quantile(0.99):0.00} ms, processor time of one {(process.TotalProcessorTime - before).TotalMilliseconds / times.Count:0.00} ms; {questions.Length} questions, {Rounds} rounds after one to warm up");
    }

    private static void Print(FormattableString line) => Console.WriteLine(FormattableString.Invariant(line));
}
