using BenchmarkDotNet.Attributes;
using Bot.Bench.Material;
using Lectures.Answers;

namespace Bot.Bench.Speed;

/// <summary>The mean over the questions of the set, one an operation, in turn.</summary>
[MemoryDiagnoser]
public class AskingBenchmark : IDisposable
{
    private QuestionSet? set;
    private Contestants? contestants;
    private int next;

    [GlobalSetup]
    public void Open()
    {
        set = QuestionSet.Load();
        contestants = new Contestants(set);
    }

    [GlobalCleanup]
    public void Dispose()
    {
        contestants?.Dispose();
        GC.SuppressFinalize(this);
    }

    [Benchmark(Baseline = true)]
    public int PlainBm25() => contestants?.Plain(Next()) ?? 0;

    [Benchmark]
    public Answer? Clio() => contestants?.Clio(Next());

    private string Next() => set is null ? "" : set.Questions[next++ % set.Questions.Count];
}
