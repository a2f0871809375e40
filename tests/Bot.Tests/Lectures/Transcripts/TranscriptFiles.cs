using Lectures.Transcripts;
using Microsoft.Extensions.Options;

namespace Bot.Tests.Lectures.Transcripts;

/// <summary>The transcripts under Data/transcripts, where they lie in the repository.</summary>
internal static class TranscriptFiles
{
    public const string Expected = ".expected";

    public static string Folder { get; } = Repository.Data("transcripts");

    public static TheoryData<string> Inputs(params string[] folders)
    {
        var inputs = folders.SelectMany(static folder => Directory.EnumerateFiles(Path.Combine(Folder, folder)))
            .Where(static file => !file.EndsWith(Expected, StringComparison.Ordinal))
            .Select(static file => Path.GetRelativePath(Folder, file).Replace('\\', '/'));
        return [.. inputs.Order(StringComparer.Ordinal)];
    }

    public static ParseResult Read(string file) => Read(file, File.ReadAllBytes(Path.Combine(Folder, file)));

    public static ParseResult Read(string file, byte[] bytes) => new TranscriptReader(Options.Create(new TranscriptOptions())).Read(file, bytes);

    public static Transcript Transcript(string file) => Assert.IsType<ParseResult.Parsed>(Read(file)).Transcript;
}
