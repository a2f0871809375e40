using System.Globalization;
using Lectures.Transcripts;

namespace Lectures.Indexing;

/// <summary>A transcript that is kept elsewhere than in the lectures folder.</summary>
public sealed record UploadedTranscript
{
    /// <summary>Its name in the index, other than that of any file in a folder; the lecture's id comes of it.</summary>
    public required string File { get; init; }

    /// <summary>As its uploader called it: a file name, whose ending tells the format where the content does not.</summary>
    public required string Name { get; init; }

    /// <summary>Goes up with every change of content or details.</summary>
    public required long Version { get; init; }

    /// <summary>SHA-256 of the content, in hexadecimal.</summary>
    public required string Hash { get; init; }

    public required GivenDetails Given { get; init; }

    /// <summary>Gives the content; null where it cannot be had.</summary>
    public required Func<byte[]?> Content { get; init; }

    /// <summary>A name that no file in a folder has, as those are relative.</summary>
    public static string FileFor(string library, string lecture) => $"/{library}/{lecture}";

    internal string DetailsHash => StableHash.Of(string.Join('\n', Name, Given.Title, Given.Series, Given.Speaker, Given.Date?.ToString("O", CultureInfo.InvariantCulture), Given.Url?.AbsoluteUri));

    internal FoundFile Found() => new(File, "", 0, Version) { Upload = this };

    /// <summary>Reads it as a lecture of its own id, whatever its file is called.</summary>
    internal static ParseResult Read(TranscriptReader reader, string file, string name, ReadOnlySpan<byte> bytes, GivenDetails given)
    {
        var told = new LectureDetails { Title = given.Title, Series = given.Series, Speaker = given.Speaker, Date = given.Date, Url = given.Url };
        return reader.Read(name, bytes, new ReadingContext { Own = told }) is var result && result is ParseResult.Parsed parsed
            ? parsed with { Transcript = parsed.Transcript with { Lecture = parsed.Transcript.Lecture with { Id = LectureId.ForFile(file) } } }
            : result;
    }
}
