using System.Text;
using Lectures.Transcripts;
using Microsoft.Extensions.Options;

namespace Bot.Tests.Lectures.Transcripts;

/// <summary>From a file's text to what the reader makes of it.</summary>
internal static class Read
{
    public static ParseResult Result(byte[] bytes, string file = "lecture.txt") =>
        new TranscriptReader(Options.Create(new TranscriptOptions())).Read(file, bytes);

    public static Transcript Transcript(string text, string file = "lecture.txt") =>
        Assert.IsType<ParseResult.Parsed>(Result(Encoding.UTF8.GetBytes(text), file)).Transcript;

    public static ParseResult.Rejected Rejection(string text, string file = "lecture.txt") => Rejection(Encoding.UTF8.GetBytes(text), file);

    public static ParseResult.Rejected Rejection(byte[] bytes, string file = "lecture.txt") => Assert.IsType<ParseResult.Rejected>(Result(bytes, file));

    public static IReadOnlyList<string> Sentences(Transcript transcript) => [.. transcript.Sentences.Select(sentence => sentence.In(transcript.Text))];

    public static IReadOnlyList<string?> Headings(Transcript transcript) => [.. transcript.Sections.Select(static section => section.Heading)];
}
