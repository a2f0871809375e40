using System.Diagnostics;
using System.Globalization;
using Bot.Bench.Discord;
using Bot.Bench.Material;
using Bot.Bench.Speed;

namespace Bot.Bench.Large;

/// <summary>
/// large FOLDER [LECTURES]: questions over a library of a million passages, generated into FOLDER unless it is there. Clio and plain BM25
/// over the same passages, in turn on one thread; then the process's memory.
/// </summary>
internal static class LargeMeasurement
{
    private const int PassagesPerLecture = 81;
    private const int Usual = 1_000_000 / PassagesPerLecture;
    private const int Asked = 500;
    private const int Rounds = 3;

    public static async Task RunAsync(string[] arguments)
    {
        if (arguments is not [var folder, .. var rest])
        {
            throw new InvalidOperationException("Usage: large FOLDER [LECTURES], where FOLDER has room for some 4 GB.");
        }

        var set = QuestionSet.Load();
        var lectures = Path.Combine(folder, "lectures");
        if (!Directory.Exists(lectures))
        {
            LargeLibrary.Write(set.Lectures, lectures, rest.Length > 0 ? int.Parse(rest[0], CultureInfo.InvariantCulture) : Usual);
        }

        var started = Stopwatch.GetTimestamp();
        var (library, report) = await IndexedLibrary.CreateAsync(lectures, Path.Combine(folder, "clio"));
        using var _ = library;
        using var lease = library.Lease();
        Print($"{lease.LectureCount:#,0} lectures, {lease.PassageCount:#,0} passages; brought in step in {Stopwatch.GetElapsedTime(started).TotalSeconds:0} s ({report.Added:#,0} added)");
        var questions = set.Questions.Where(static (_, i) => i % 5 == 0).Take(Asked).ToArray();
        var answerer = library.Answerer;
        Measure("Clio ", questions, question => answerer.Ask(lease, question, 3));
        GC.Collect();
        Print($"memory after Clio's questions: {BotProcess.MemoryOf(Environment.ProcessId)}; {GC.GetTotalMemory(forceFullCollection: true) / 1e6:0} MB of objects");

        using var plain = PlainBm25.OpenOrWrite(library.EachPassage(), Path.Combine(folder, "plain"));
        Measure("plain", questions, plain.Search);
    }

    private static void Measure<T>(string name, string[] questions, Func<string, T> ask)
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
