using System.Diagnostics;
using System.Globalization;
using Bot.Bench.Material;

namespace Bot.Bench.Discord;

/// <summary>The published program, connected to a stub of Discord until it is disposed.</summary>
internal sealed class BotProcess : IDisposable
{
    private readonly Process process;
    private readonly string store;

    /// <param name="folder">Where src/Bot was published to.</param>
    /// <param name="discord">The stub's address.</param>
    public BotProcess(string folder, string store, string discord, params IReadOnlyList<(string Name, string Value)> settings)
    {
        this.store = store;
        var start = new ProcessStartInfo(Path.Combine(Path.GetFullPath(folder), OperatingSystem.IsWindows() ? "Bot.exe" : "Bot")) { WorkingDirectory = Repository.Root };
        start.Environment["Discord__Token"] = "stub";
        start.Environment["Discord__ApiBaseUrl"] = discord + "/api/v10";
        start.Environment["Library__Store"] = store;
        start.Environment["Logging__LogLevel__Default"] = "Error";
        foreach (var (name, value) in settings)
        {
            start.Environment[name] = value;
        }

        process = Process.Start(start) ?? throw new InvalidOperationException($"{start.FileName} could not be started.");
    }

    public TimeSpan ProcessorTime
    {
        get
        {
            process.Refresh();
            return process.TotalProcessorTime;
        }
    }

    /// <summary>Megabytes: what is resident, and of it what is the process's own and what are files that are mapped (programs, shared with others).</summary>
    public string Memory => MemoryOf(process.Id);

    /// <summary>The same of any process.</summary>
    public static string MemoryOf(int process) => string.Create(
        CultureInfo.InvariantCulture, $"{Status(process, "VmRSS:") / 1e6:0.0} MB (own {Status(process, "RssAnon:") / 1e6:0.0}, of files {Status(process, "RssFile:") / 1e6:0.0})");

    /// <summary>Killed, not asked: the next process begins a session of its own instead of resuming one that the stub has forgotten.</summary>
    public void Dispose()
    {
        process.Kill();
        process.WaitForExit();
        process.Dispose();
        File.Delete(Path.Combine(store, "gateway-identifies.json"));
    }

    private static long Status(int process, string name)
    {
        var line = File.ReadLines($"/proc/{process.ToString(CultureInfo.InvariantCulture)}/status").First(line => line.StartsWith(name, StringComparison.Ordinal));
        return long.Parse(line.AsSpan(name.Length, line.Length - name.Length - "kB".Length).Trim(), CultureInfo.InvariantCulture) * 1024;
    }
}
