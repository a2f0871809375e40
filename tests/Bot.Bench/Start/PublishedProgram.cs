using System.Diagnostics;
using System.Globalization;
using Bot.Bench.Material;

namespace Bot.Bench.Start;

/// <summary>The program in the folder it was published to.</summary>
internal sealed class PublishedProgram(string folder)
{
    /// <summary>How often a running process is looked at. What it takes in its last moments beyond that is missed; nothing big is.</summary>
    private static readonly TimeSpan Look = TimeSpan.FromMilliseconds(1);

    private readonly string file = Path.GetFullPath(Path.Combine(folder, OperatingSystem.IsWindows() ? "Bot.exe" : "Bot"));

    /// <summary>From before the start to after the end.</summary>
    public async Task<TimeSpan> RunAsync(string store, string question)
    {
        var started = Stopwatch.GetTimestamp();
        using var process = Start(store, question);
        var (output, errors) = (process.StandardOutput.ReadToEndAsync(), process.StandardError.ReadToEndAsync());
        await process.WaitForExitAsync();
        var elapsed = Stopwatch.GetElapsedTime(started);
        Check(process.ExitCode, await output, await errors);
        return elapsed;
    }

    /// <summary>The most memory the process held, in bytes; Linux keeps that mark for each process (VmHWM).</summary>
    public async Task<long> PeakAsync(string store, string question)
    {
        using var process = Start(store, question);
        var (output, errors) = (process.StandardOutput.ReadToEndAsync(), process.StandardError.ReadToEndAsync());
        var peak = 0L;
        while (!process.HasExited)
        {
            peak = Math.Max(peak, Mark(process.Id));
            await Task.Delay(Look);
        }

        await process.WaitForExitAsync();
        Check(process.ExitCode, await output, await errors);
        return peak;
    }

    /// <summary>Of all programs run so far that have ended, as the kernel accounts it to the one that waited for them (proc(5), stat, fields 16 and 17).</summary>
    public static TimeSpan ProcessorTime()
    {
        const double TicksPerSecond = 100;
        var stat = File.ReadAllText("/proc/self/stat");
        var fields = stat[(stat.LastIndexOf(')') + 2)..].Split(' ');
        return TimeSpan.FromSeconds((long.Parse(fields[13], CultureInfo.InvariantCulture) + long.Parse(fields[14], CultureInfo.InvariantCulture)) / TicksPerSecond);
    }

    private Process Start(string store, string question)
    {
        var start = new ProcessStartInfo(file, ["ask", question]) { WorkingDirectory = Repository.Root, RedirectStandardOutput = true, RedirectStandardError = true };
        start.Environment["Library__Store"] = store;
        return Process.Start(start) ?? throw new InvalidOperationException($"{file} could not be started.");
    }

    private static void Check(int exitCode, string output, string errors)
    {
        if (exitCode != 0 || output.Length == 0)
        {
            throw new InvalidOperationException(string.Create(CultureInfo.InvariantCulture, $"The program ended with {exitCode} and {output.Length} characters of answer. {errors}"));
        }
    }

    private static long Mark(int process)
    {
        const string Name = "VmHWM:";
        try
        {
            var line = File.ReadLines($"/proc/{process.ToString(CultureInfo.InvariantCulture)}/status").FirstOrDefault(static line => line.StartsWith(Name, StringComparison.Ordinal));
            return line is null ? 0 : long.Parse(line.AsSpan(Name.Length, line.Length - Name.Length - "kB".Length).Trim(), CultureInfo.InvariantCulture) * 1024;
        }
        catch (IOException)
        {
            // The process has just ended.
            return 0;
        }
    }
}
