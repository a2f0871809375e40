using BenchmarkDotNet.Running;
using Bot.Bench;

// Measures what BenchmarkDotNet cannot say (many files, memory over time) by name, everything else through it.
if (args is ["vtt-throughput"])
{
    VttThroughput.Run(Console.Out);
    return;
}

BenchmarkSwitcher.FromAssembly(typeof(GeneratedVtt).Assembly).Run(args);
