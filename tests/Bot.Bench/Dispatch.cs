using BenchmarkDotNet.Running;

namespace Bot.Bench;

/// <summary>Runs a measurement by its name; anything else is for BenchmarkDotNet.</summary>
internal static class Dispatch
{
    public static async Task<int> RunAsync(string[] arguments, IReadOnlyDictionary<string, Func<string[], Task>> measurements)
    {
        if (arguments.Length == 0)
        {
            Console.Error.WriteLine($"Name a measurement ({string.Join(", ", measurements.Keys)}), or give BenchmarkDotNet's options, such as --filter '*'.");
            return 1;
        }

        if (!measurements.TryGetValue(arguments[0], out var run))
        {
            BenchmarkSwitcher.FromAssembly(typeof(Dispatch).Assembly).Run(arguments);
            return 0;
        }

        try
        {
            await run(arguments[1..]);
            return 0;
        }
        catch (InvalidOperationException impossible)
        {
            Console.Error.WriteLine(impossible.Message);
            return 1;
        }
    }
}
