using BenchmarkDotNet.Attributes;
using BenchmarkDotNet.Engines;
using Bot.Bench.Material;

namespace Bot.Bench.Indexing;

/// <summary>One library of sixty lectures an operation, files to commit; the baseline has the passages in memory.</summary>
[SimpleJob(RunStrategy.Monitoring, warmupCount: 2, iterationCount: 10)]
[MemoryDiagnoser]
public class IndexingBenchmark : IDisposable
{
    private const int Copies = 60;

    private TemporaryFolder? folder;
    private IReadOnlyList<BarePassage> passages = [];
    private int run;

    [GlobalSetup]
    public async Task GenerateAsync()
    {
        folder = new TemporaryFolder();
        GeneratedLibrary.Write(folder["lectures"], Copies);
        var (library, _) = await IndexedLibrary.CreateAsync(folder["lectures"], NextTarget());
        using (library)
        {
            passages = [.. library.EachPassage().Select(BarePassage.Of)];
        }
    }

    [GlobalCleanup]
    public void Dispose()
    {
        folder?.Dispose();
        GC.SuppressFinalize(this);
    }

    [Benchmark(Baseline = true)]
    public void BareIndexWriter() => BareWriter.Write(passages, NextTarget(), threads: 1);

    [Benchmark]
    public async Task ClioAsync()
    {
        var (library, _) = await IndexedLibrary.CreateAsync(Opened["lectures"], NextTarget());
        library.Dispose();
    }

    private TemporaryFolder Opened => folder ?? throw new InvalidOperationException("The setup comes first.");

    private string NextTarget() => Opened[$"index-{run++}"];
}
