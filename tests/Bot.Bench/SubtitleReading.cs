using BenchmarkDotNet.Attributes;
using Lectures.Transcripts;
using Microsoft.Extensions.Options;

namespace Bot.Bench;

/// <summary>From the bytes of an hour of WebVTT to its transcript.</summary>
[MemoryDiagnoser]
public class SubtitleReading
{
    private readonly TranscriptReader reader = new(Options.Create(new TranscriptOptions()));
    private byte[] file = [];

    [ParamsSource(nameof(Kinds))]
    public string Kind { get; set; } = "";

    public static IEnumerable<string> Kinds => GeneratedVtt.Kinds;

    [GlobalSetup]
    public void Generate() => file = GeneratedVtt.Of(Kind, seed: 1);

    [Benchmark]
    public ParseResult Read() => reader.Read("lecture.vtt", file);
}
