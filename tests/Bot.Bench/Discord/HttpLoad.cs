using System.Diagnostics;
using System.Net;
using System.Text;
using Bot.Bench.Material;
using NSec.Cryptography;

namespace Bot.Bench.Discord;

/// <summary>Signed questions at an even pace, whatever the answers take, each with its own id, words and signature.</summary>
internal sealed class HttpLoad(string address, Key key, IReadOnlyList<string> questions) : IDisposable
{
    private readonly HttpClient client = new() { BaseAddress = new Uri(address) };
    private int last;

    public async Task<HttpLoadResult> RunAsync(int perSecond, int seconds)
    {
        var (started, count) = (Stopwatch.GetTimestamp(), perSecond * seconds);
        var running = new List<Task<(double Milliseconds, bool IsGood)>>(count);
        for (var i = 0; i < count; i++)
        {
            var due = TimeSpan.FromSeconds((double)i / perSecond) - Stopwatch.GetElapsedTime(started);
            if (due > TimeSpan.FromMilliseconds(1))
            {
                await Task.Delay(due);
            }

            var id = ++last;
            running.Add(Task.Run(() => PostAsync(StubInteraction.Ask(id, $"h{id}", $"{questions[id % questions.Count]} ({id})"))));
        }

        var results = await Task.WhenAll(running);
        var times = new Series();
        foreach (var result in results)
        {
            times.Add(result.Milliseconds);
        }

        return new HttpLoadResult(times, results.Count(static result => !result.IsGood), count / Stopwatch.GetElapsedTime(started).TotalSeconds);
    }

    public void Dispose() => client.Dispose();

    private async Task<(double Milliseconds, bool IsGood)> PostAsync(string interaction)
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
}

/// <param name="Reached">Answers a second, from the first request to the last answer.</param>
internal sealed record HttpLoadResult(Series Times, int Failures, double Reached);
