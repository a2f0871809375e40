using Bot.Bench;
using Bot.Bench.Discord;
using Bot.Bench.Discord.Rig;
using Bot.Bench.Indexing;
using Bot.Bench.Large;
using Bot.Bench.Library;
using Bot.Bench.Semantic;
using Bot.Bench.Speed;
using Bot.Bench.Start;
using Bot.Bench.Training;

// Measurements that BenchmarkDotNet has no form for: several ways of doing the same thing in turn, a percentile, a whole process.
var measurements = new Dictionary<string, Func<string[], Task>>(StringComparer.Ordinal)
{
    ["speed"] = SpeedMeasurement.RunAsync,
    ["large"] = LargeMeasurement.RunAsync,
    ["indexing"] = IndexingMeasurement.RunAsync,
    ["library"] = LibraryMeasurement.RunAsync,
    ["discord"] = DiscordMeasurement.RunAsync,
    ["rig"] = RigCommand.RunAsync,
    ["start"] = StartMeasurement.RunAsync,
    ["semantic"] = SemanticMeasurement.RunAsync,
    ["train"] = TrainCommand.RunAsync,
    ["relate"] = RelateCommand.RunAsync,
    ["hear"] = HearCommand.RunAsync,
    ["vtt-throughput"] = static _ =>
    {
        VttThroughput.Run(Console.Out);
        return Task.CompletedTask;
    },
};

return await Dispatch.RunAsync(args, measurements);
