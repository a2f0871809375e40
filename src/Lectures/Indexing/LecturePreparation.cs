using System.Security.Cryptography;
using Lectures.Passages;
using Lectures.Semantics;
using Lectures.Transcripts;
using Lectures.Transcripts.Metadata;

namespace Lectures.Indexing;

/// <summary>One file read, parsed, cut, analyzed and, where a model is set, encoded, or rejected. Safe to run side by side.</summary>
internal sealed class LecturePreparation(TranscriptReader reader, PassageCutter cutter, TextAnalysis analysis, TimeProvider time, SemanticStage semantics)
{
    /// <summary>A file written to so recently may be written to again within the same tick of the file system's clock.</summary>
    private static readonly TimeSpan TooRecent = TimeSpan.FromSeconds(2);

    /// <param name="known">Vectors that an index already has of a lecture, by their text.</param>
    public FileOutcome Prepare(FoundFile file, KnownVectors known)
    {
        if (file.Upload is { } upload)
        {
            return Prepare(file, upload, known);
        }

        var modified = time.GetUtcNow().Ticks - file.Modified < TooRecent.Ticks ? 0 : file.Modified;
        if (reader.RejectBySize(file.File, file.Bytes) is { } tooLarge)
        {
            return new FileOutcome(file, modified, "", null, tooLarge, 0);
        }

        byte[] bytes;
        try
        {
            bytes = File.ReadAllBytes(file.FullPath);
        }
        catch (Exception failure) when (failure is IOException or UnauthorizedAccessException)
        {
            return new FileOutcome(
                file, 0, "", null, new ParseResult.Rejected(file.File, null, "The file cannot be opened. Check that it is still there and may be read."), 0);
        }

        var hash = Convert.ToHexStringLower(SHA256.HashData(bytes));
        var context = MetadataFile.Context(file.Metadata.Select(static found => (found.File, found.Result)));
        return Outcome(file, modified, hash, reader.Read(file.File, bytes, context), known);
    }

    /// <summary>What a transcript would come to.</summary>
    public TranscriptPreview Preview(string name, ReadOnlySpan<byte> bytes, GivenDetails given) => UploadedTranscript.Read(reader, name, name, bytes, given) switch
    {
        ParseResult.Parsed parsed => Preview(parsed, LectureBlock.Prepare(parsed.Transcript, cutter, analysis)),
        ParseResult.Rejected rejected => new TranscriptPreview.Rejected(rejected.Line, rejected.Reason),
        _ => throw new System.Diagnostics.UnreachableException(),
    };

    private static TranscriptPreview.Understood Preview(ParseResult.Parsed parsed, PreparedLecture lecture) =>
        new(parsed.Transcript, lecture.Words, lecture.Passages.Count, parsed.Unread?.Reason);

    private FileOutcome Prepare(FoundFile file, UploadedTranscript upload, KnownVectors known) => upload.Content() is { } bytes
        ? Outcome(file, upload.Version, upload.Hash, UploadedTranscript.Read(reader, upload.File, upload.Name, bytes, upload.Given), known)
        : new FileOutcome(file, 0, "", null, new ParseResult.Rejected(file.File, null, "The file is no longer stored. Upload it again."), 0);

    private FileOutcome Outcome(FoundFile file, long modified, string hash, ParseResult result, KnownVectors known) => result switch
    {
        ParseResult.Parsed parsed => new FileOutcome(file, modified, hash, Prepare(parsed.Transcript, known), parsed.Unread, parsed.Transcript.LinesSetAside),
        ParseResult.Rejected rejected => new FileOutcome(file, modified, hash, null, rejected, 0),
        _ => throw new System.Diagnostics.UnreachableException(),
    };

    public PreparedLecture Prepare(Transcript transcript, KnownVectors known) => LectureBlock.Prepare(
        transcript, cutter, analysis, semantics.Identity is null ? null : passages => LectureMeanings.Of(passages, known(transcript.Lecture.Id), semantics.Passages));
}

/// <summary>The vectors that an index holds of a lecture, by the texts that they were made of; none where it has other ones or not the lecture.</summary>
internal delegate IReadOnlyDictionary<string, byte[]> KnownVectors(LectureId lecture);

/// <param name="Rejected">Why there is no lecture, or what of its details could not be read.</param>
/// <param name="Modified">For the record; 0 where the next run shall look at the content again.</param>
/// <param name="Hash">SHA-256 in hexadecimal; empty where the content was not read.</param>
internal sealed record FileOutcome(
    FoundFile File, long Modified, string Hash, PreparedLecture? Lecture, ParseResult.Rejected? Rejected, int LinesSetAside);
