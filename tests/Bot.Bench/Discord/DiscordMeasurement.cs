using System.Diagnostics;
using System.Globalization;
using System.Net;
using System.Net.Sockets;
using Bot.Bench.Material;
using Bot.Terminal;
using NSec.Cryptography;

namespace Bot.Bench.Discord;

/// <summary>
/// The published program as a process of its own against a stub of Discord on loopback: start to READY; 2,000 questions by gateway one
/// after the other, and memory; 300 questions a second by HTTP; and how many more it bears.
/// </summary>
internal static class DiscordMeasurement
{
    private const string Gateway = """{"id":"1","interactions_endpoint_url":null}""";
    private const int Starts = 11;
    private const int Asks = 2_000;
    private const int WarmUp = 300;
    private const int PerSecond = 300;
    private const int SecondsAStep = 5;
    private static readonly TimeSpan Longest = TimeSpan.FromMilliseconds(60);

    /// <param name="arguments">
    /// The folder, then which parts (start, gateway, http, rate; all if none is named), how many seconds http takes, and "discordnet" to
    /// measure start and gateway by Discord.Net as well, where src/Bot was published with it.
    /// </param>
    public static async Task RunAsync(string[] arguments)
    {
        var folder = arguments.Length > 0 ? arguments[0] : throw new InvalidOperationException("Name the folder that src/Bot was published to; docs/performance.md shows how.");
        var seconds = arguments.Skip(1).Select(static word => int.TryParse(word, CultureInfo.InvariantCulture, out var number) ? number : 0).FirstOrDefault(static number => number > 0, 60);
        string[] deliveries = arguments.Contains("discordnet") ? ["Gateway", "DiscordNet"] : ["Gateway"];
        var parts = arguments.Skip(1).Where(static word => !char.IsAsciiDigit(word[0]) && word != "discordnet").ToHashSet(StringComparer.Ordinal);
        using var store = new TemporaryFolder();
        var questions = EvalQuestions.Read(File.ReadAllLines(Repository.OwnQuestions), out var read) is { } problem
            ? throw new InvalidOperationException(problem)
            : read.Select(static question => question.Question).ToList();
        foreach (var delivery in deliveries)
        {
            await StartAsync(folder, store.Path, delivery, Wanted("start") ? Starts : 0);
            if (Wanted("gateway"))
            {
                await ByGatewayAsync(folder, store.Path, delivery, questions);
            }
        }

        if (Wanted("http"))
        {
            await ByHttpAsync(folder, store.Path, questions, load => EvenPaceAsync(load.Load, load.Bot, seconds));
        }

        if (Wanted("rate"))
        {
            await ByHttpAsync(folder, store.Path, questions, load => HighestRateAsync(load.Load, load.Bot));
        }

        bool Wanted(string part) => parts.Count == 0 || parts.Contains(part);
    }

    private static async Task StartAsync(string folder, string store, string delivery, int counted)
    {
        var (times, processor) = (new Series(), new Series());
        for (var run = -2; run < counted; run++)
        {
            await using var discord = new StubDiscord(Gateway);
            await discord.StartAsync();
            var started = Stopwatch.GetTimestamp();
            using var bot = new BotProcess(folder, store, discord.Url, ("Discord__Delivery", delivery));
            var ready = Stopwatch.GetElapsedTime(started, await discord.Ready.WaitAsync(TimeSpan.FromSeconds(60))).TotalSeconds;
            if (run < 0)
            {
                // The first makes the index.
                await Task.Delay(TimeSpan.FromSeconds(5));
            }
            else
            {
                times.Add(ready);
                processor.Add(bot.ProcessorTime.TotalSeconds);
            }
        }

        if (counted > 0)
        {
            Print($"{delivery}: start of the process to READY handled, {times.Count} runs: {times.Text("0.000")} s; processor time until then {processor.Median:0.000} s");
        }
    }

    private static async Task ByGatewayAsync(string folder, string store, string delivery, List<string> questions)
    {
        await using var discord = new StubDiscord(Gateway);
        await discord.StartAsync();
        using var bot = new BotProcess(folder, store, discord.Url, ("Discord__Delivery", delivery));
        await discord.Ready;
        await Task.Delay(TimeSpan.FromSeconds(2));
        Print($"{delivery}: resident after READY: {bot.Memory}; {discord.Identifies} IDENTIFY, {discord.RestCalls} REST calls");
        var times = new Series();
        var before = TimeSpan.Zero;
        for (var ask = -WarmUp; ask < Asks; ask++)
        {
            before = ask == 0 ? bot.ProcessorTime : before;
            var token = $"t{ask + WarmUp}";
            var took = await discord.AskAsync(token, StubInteraction.Ask(ask + WarmUp, token, questions[(ask + WarmUp) % questions.Count]));
            if (ask >= 0)
            {
                times.Add(took);
            }

            if (ask == 1_000 - WarmUp)
            {
                Print($"resident after READY and 1,000 answers: {bot.Memory}");
            }
        }

        Print($"{delivery}: frame written to callback read, loopback included, {Asks:#,0} questions: median {times.Median:0.00} ms, p99 {times.Quantile(0.99):0.00} ms, processor time {(bot.ProcessorTime - before).TotalMilliseconds / Asks:0.00} ms an answer");
        Print($"resident after {Asks + WarmUp:#,0} answers: {bot.Memory}");
    }

    private static async Task ByHttpAsync(string folder, string store, List<string> questions, Func<(HttpLoad Load, BotProcess Bot), Task> measureAsync)
    {
        using var key = Key.Create(SignatureAlgorithm.Ed25519);
        var hex = Convert.ToHexStringLower(key.PublicKey.Export(KeyBlobFormat.RawPublicKey));
        await using var discord = new StubDiscord($$"""{"id":"1","interactions_endpoint_url":"https://example.com/","verify_key":"{{hex}}"}""");
        await discord.StartAsync();
        var address = $"http://127.0.0.1:{FreePort()}";
        using var bot = new BotProcess(folder, store, discord.Url, ("Discord__Delivery", "Http"), ("Discord__PublicKey", hex), ("Discord__Listen", address));
        await discord.Ready;
        await Task.Delay(TimeSpan.FromSeconds(2));
        using var load = new HttpLoad(address, key, questions);
        await load.RunAsync(PerSecond, 3);
        await measureAsync((load, bot));
    }

    private static async Task EvenPaceAsync(HttpLoad load, BotProcess bot, int seconds)
    {
        var before = bot.ProcessorTime;
        var result = await load.RunAsync(PerSecond, seconds);
        Print($"HTTP, {PerSecond} a second for {seconds} s: median {result.Times.Median:0.00} ms, p99 {result.Times.Quantile(0.99):0.00} ms, {result.Failures} failures of {result.Times.Count:#,0}, {Cost(bot, before, result)}; resident {bot.Memory}");
    }

    /// <summary>A hundred a second more each time, until p99 is over its limit, an answer fails or the pace is not kept. The client that signs takes its share of the processors.</summary>
    private static async Task HighestRateAsync(HttpLoad load, BotProcess bot)
    {
        var best = "none";
        for (var rate = PerSecond; ; rate += 100)
        {
            var before = bot.ProcessorTime;
            var result = await load.RunAsync(rate, SecondsAStep);
            if (result.Failures > 0 || result.Times.Quantile(0.99) > Longest.TotalMilliseconds || result.Reached < 0.95 * rate)
            {
                Print($"HTTP, highest rate with p99 below {Longest.TotalMilliseconds} ms and no failure: {best}");
                Print($"HTTP, {rate} a second: reached {result.Reached:0}, p99 {result.Times.Quantile(0.99):0.0} ms, {result.Failures} failures, {Cost(bot, before, result)}");
                return;
            }

            best = string.Create(CultureInfo.InvariantCulture, $"{rate} a second (p99 {result.Times.Quantile(0.99):0.0} ms, {Cost(bot, before, result)})");
        }
    }

    private static string Cost(BotProcess bot, TimeSpan before, HttpLoadResult result) =>
        string.Create(CultureInfo.InvariantCulture, $"processor time {(bot.ProcessorTime - before).TotalMilliseconds / result.Times.Count:0.00} ms an answer");

    private static int FreePort()
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        return ((IPEndPoint)listener.LocalEndpoint).Port;
    }

    private static void Print(FormattableString line) => Console.WriteLine(FormattableString.Invariant(line));
}
