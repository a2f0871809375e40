using System.Diagnostics;
using System.Globalization;
using System.Net;
using System.Net.Sockets;
using System.Text;
using System.Text.Json;
using Bot.Bench.Material;
using Bot.Terminal;
using NSec.Cryptography;

namespace Bot.Bench.Discord;

/// <summary>
/// The published program as a process of its own against a stub of Discord on loopback: start to READY, 2,000 questions by gateway one
/// after the other, memory, and 300 questions a second by HTTP, each with its own id, words and signature.
/// </summary>
internal static class DiscordMeasurement
{
    private const string Gateway = """{"id":"1","interactions_endpoint_url":null}""";
    private const int Asks = 2_000;
    private const int WarmUp = 300;
    private const int PerSecond = 300;

    public static async Task RunAsync(string[] arguments)
    {
        var folder = arguments.Length > 0 ? arguments[0] : throw new InvalidOperationException("Name the folder that src/Bot was published to; docs/performance.md shows how.");
        var seconds = arguments.Length > 1 ? int.Parse(arguments[1], CultureInfo.InvariantCulture) : 60;
        using var store = new TemporaryFolder();
        var questions = EvalQuestions.Read(File.ReadAllLines(Repository.OwnQuestions), out var read) is { } problem
            ? throw new InvalidOperationException(problem)
            : read.Select(static question => question.Question).ToList();
        await StartAsync(folder, store.Path);
        await ByGatewayAsync(folder, store.Path, questions);
        await ByHttpAsync(folder, store.Path, questions, seconds);
    }

    private static async Task StartAsync(string folder, string store)
    {
        var times = new Series();
        for (var run = -2; run < 11; run++)
        {
            await using var discord = new StubDiscord(Gateway);
            await discord.StartAsync();
            var started = Stopwatch.GetTimestamp();
            using var bot = Run(folder, store, discord.Url, []);
            var ready = Stopwatch.GetElapsedTime(started, await discord.Ready.WaitAsync(TimeSpan.FromSeconds(60))).TotalSeconds;
            if (run < 0)
            {
                // The first makes the index.
                await Task.Delay(TimeSpan.FromSeconds(5));
            }
            else
            {
                times.Add(ready);
            }

            Stop(bot, store);
        }

        Print($"start of the process to READY handled, {times.Count} runs: {times.Text("0.000")} s");
    }

    private static async Task ByGatewayAsync(string folder, string store, List<string> questions)
    {
        await using var discord = new StubDiscord(Gateway);
        await discord.StartAsync();
        using var bot = Run(folder, store, discord.Url, []);
        await discord.Ready;
        await Task.Delay(TimeSpan.FromSeconds(2));
        var times = new Series();
        for (var ask = -WarmUp; ask < Asks; ask++)
        {
            var token = $"t{ask + WarmUp}";
            var took = await discord.AskAsync(token, Interaction(ask + WarmUp, token, questions[(ask + WarmUp) % questions.Count]));
            if (ask >= 0)
            {
                times.Add(took);
            }

            if (ask == 1_000 - WarmUp)
            {
                Print($"resident after READY and 1,000 answers: {Status(bot, "VmRSS:") / 1e6:0.0} MB");
            }
        }

        Print($"frame written to callback read, loopback included, {Asks:#,0} questions: median {times.Median:0.00} ms, p99 {times.Quantile(0.99):0.00} ms");
        Stop(bot, store);
    }

    private static async Task ByHttpAsync(string folder, string store, List<string> questions, int seconds)
    {
        using var key = Key.Create(SignatureAlgorithm.Ed25519);
        var hex = Convert.ToHexStringLower(key.PublicKey.Export(KeyBlobFormat.RawPublicKey));
        await using var discord = new StubDiscord($$"""{"id":"1","interactions_endpoint_url":"https://example.com/","verify_key":"{{hex}}"}""");
        await discord.StartAsync();
        var address = $"http://127.0.0.1:{FreePort()}";
        using var bot = Run(folder, store, discord.Url, [("Discord__Delivery", "Http"), ("Discord__PublicKey", hex), ("Discord__Listen", address)]);
        await discord.Ready;
        await Task.Delay(TimeSpan.FromSeconds(2));
        using var client = new HttpClient { BaseAddress = new Uri(address) };
        await LoadAsync(client, key, questions, 0, PerSecond * 3);
        var cpu = bot.TotalProcessorTime;
        var results = await LoadAsync(client, key, questions, 1_000_000, PerSecond * seconds);
        bot.Refresh();
        var used = (bot.TotalProcessorTime - cpu).TotalMilliseconds / results.Count;
        var times = new Series();
        results.ForEach(result => times.Add(result.Milliseconds));
        Print($"HTTP, {PerSecond} a second for {seconds} s: median {times.Median:0.00} ms, p99 {times.Quantile(0.99):0.00} ms, {results.Count(static result => !result.IsGood)} failures of {results.Count:#,0}, CPU {used:0.00} ms an answer");
        Stop(bot, store);
    }

    /// <summary>At an even pace, whatever the answers take.</summary>
    private static async Task<List<(double Milliseconds, bool IsGood)>> LoadAsync(HttpClient client, Key key, List<string> questions, int first, int count)
    {
        var started = Stopwatch.GetTimestamp();
        var running = new List<Task<(double, bool)>>(count);
        for (var i = 0; i < count; i++)
        {
            var due = TimeSpan.FromSeconds((double)i / PerSecond) - Stopwatch.GetElapsedTime(started);
            if (due > TimeSpan.FromMilliseconds(1))
            {
                await Task.Delay(due);
            }

            var (id, question) = (first + i, questions[i % questions.Count]);
            running.Add(Task.Run(() => PostAsync(client, key, Interaction(id, $"h{id}", $"{question} ({id})"))));
        }

        return [.. await Task.WhenAll(running)];
    }

    private static async Task<(double Milliseconds, bool IsGood)> PostAsync(HttpClient client, Key key, string interaction)
    {
        var body = Encoding.UTF8.GetBytes(interaction);
        using var request = new HttpRequestMessage(HttpMethod.Post, "/interactions") { Content = new ByteArrayContent(body) };
        request.Headers.Add("X-Signature-Timestamp", "1700000000");
        request.Headers.Add("X-Signature-Ed25519", Convert.ToHexStringLower(SignatureAlgorithm.Ed25519.Sign(key, [.. "1700000000"u8, .. body])));
        var started = Stopwatch.GetTimestamp();
        try
        {
            using var response = await client.SendAsync(request);
            var answer = await response.Content.ReadAsByteArrayAsync();
            return (Stopwatch.GetElapsedTime(started).TotalMilliseconds, response.StatusCode == HttpStatusCode.OK && IsAnswer(answer));
        }
        catch (HttpRequestException)
        {
            return (Stopwatch.GetElapsedTime(started).TotalMilliseconds, false);
        }
    }

    // "Busy" and "wait" are answered too, in time, but are none.
    private static bool IsAnswer(ReadOnlySpan<byte> body) => body.IndexOf("\"type\":4"u8) >= 0 && body.IndexOf("\"embeds\""u8) >= 0 && body.IndexOf("\"flags\":64"u8) < 0;

    private static string Interaction(int id, string token, string question) => $$$"""
        {"id":"{{{id}}}","application_id":"1","type":2,"token":"{{{token}}}","guild_id":"8{{{id % 1000}}}","member":{"user":{"id":"9{{{id}}}"},"permissions":"0","roles":[]},
        "data":{"id":"2","name":"ask","type":1,"options":[{"name":"question","type":3,"value":{{{JsonSerializer.Serialize(question)}}}}]},"locale":"en-GB","version":1}
        """;

    private static Process Run(string folder, string store, string discord, IReadOnlyList<(string Name, string Value)> settings)
    {
        var start = new ProcessStartInfo(Path.Combine(Path.GetFullPath(folder), "Bot")) { WorkingDirectory = Repository.Root };
        start.Environment["Discord__Token"] = "stub";
        start.Environment["Discord__ApiBaseUrl"] = discord + "/api/v10";
        start.Environment["Library__Store"] = store;
        start.Environment["Logging__LogLevel__Default"] = "Warning";
        foreach (var (name, value) in settings)
        {
            start.Environment[name] = value;
        }

        return Process.Start(start) ?? throw new InvalidOperationException($"{start.FileName} could not be started.");
    }

    // Killed, not asked: the next process begins a session of its own instead of resuming one that the stub has forgotten.
    private static void Stop(Process bot, string store)
    {
        bot.Kill();
        bot.WaitForExit();
        File.Delete(Path.Combine(store, "gateway-identifies.json"));
    }

    private static int FreePort()
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        return ((IPEndPoint)listener.LocalEndpoint).Port;
    }

    private static long Status(Process process, string name)
    {
        var line = File.ReadLines($"/proc/{process.Id.ToString(CultureInfo.InvariantCulture)}/status").First(line => line.StartsWith(name, StringComparison.Ordinal));
        return long.Parse(line.AsSpan(name.Length, line.Length - name.Length - "kB".Length).Trim(), CultureInfo.InvariantCulture) * 1024;
    }

    private static void Print(FormattableString line) => Console.WriteLine(FormattableString.Invariant(line));
}
