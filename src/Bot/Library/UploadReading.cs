using System.Globalization;
using System.Security.Cryptography;
using Bot.Storage;
using Lectures.Indexing;
using Lectures.Transcripts;

namespace Bot.Library;

/// <summary>From bytes to what is understood of them, or the reason why nothing is.</summary>
internal sealed class UploadReading(PassageIndexer indexer, LectureStore lectures)
{
    private const int Lines = 3;
    private const int LongestLine = 200;

    public static bool IsTranscript(string name) => TranscriptReader.Extensions.Contains(Path.GetExtension(name), StringComparer.OrdinalIgnoreCase);

    public static string HashOf(ReadOnlySpan<byte> bytes) => Convert.ToHexStringLower(SHA256.HashData(bytes));

    public AddResult Read(ServerId server, UploadedFile file, StoredDraft draft)
    {
        if (!IsTranscript(file.Name))
        {
            return new AddResult.Refused(file.Name, null, $"This kind of file is not read. I take {string.Join(", ", TranscriptReader.Extensions)}, or a .zip of such files.");
        }

        if (file.Bytes.Length > LibraryLimits.MostUploadBytes)
        {
            return new AddResult.Refused(file.Name, null, string.Create(
                CultureInfo.InvariantCulture, $"The file has {file.Bytes.Length / 1e6:0.0} MB; at most {LibraryLimits.MostUploadBytes / 1e6:0} MB are read. Split it into one file a lecture."));
        }

        return indexer.Preview(file.Name, file.Bytes.Span, draft.Given) switch
        {
            TranscriptPreview.Rejected rejected => new AddResult.Refused(file.Name, rejected.Line, rejected.Reason),
            TranscriptPreview.Understood { Passages: 0 } => new AddResult.Refused(file.Name, null, "There is no speech in the file that could be quoted."),
            TranscriptPreview.Understood understood => Draft(server, draft, understood),
            _ => throw new System.Diagnostics.UnreachableException(),
        };
    }

    /// <summary>The lecture that a draft is a version of: the one that was chosen, else one of the same series and title, else one of the same bytes; removed ones too.</summary>
    public PublishedLecture? Replaced(ServerId server, StoredDraft draft, Understood understood)
    {
        if (draft.Lecture is { } chosen)
        {
            return lectures.Present(server, chosen);
        }

        var known = lectures.Known(server);
        var found = known.FirstOrDefault(lecture => Same(lecture.Title, understood.Title) && Same(lecture.Series, understood.Series)) ?? known.FirstOrDefault(lecture => lecture.Hash == draft.Hash);
        return found is null ? null : lectures.Present(server, found.Lecture);
    }

    /// <summary>The draft with what was said of the version before it, where nothing else is said now; a name of a file is no title to replace one with.</summary>
    public static StoredDraft Following(StoredDraft draft, PublishedLecture before, Understood understood)
    {
        var (now, then) = (draft.Given, before.Version.Given);
        var title = now.Title ?? then.Title ?? (TranscriptReader.TitleFromName(draft.FileName) == understood.Title ? before.Version.Understood.Title : null);
        return draft with
        {
            Lecture = before.Lecture.Id,
            Given = new GivenDetails { Title = title, Series = now.Series ?? then.Series, Speaker = now.Speaker ?? then.Speaker, Date = now.Date ?? then.Date, Url = now.Url ?? then.Url },
        };
    }

    public static IReadOnlyList<string> FirstLines(IEnumerable<string> sentences) =>
        [.. sentences.Take(Lines).Select(static line => line.Length <= LongestLine ? line : $"{line[..LongestLine]} …")];

    private AddResult.Draft Draft(ServerId server, StoredDraft draft, TranscriptPreview.Understood preview)
    {
        var understood = Understand(preview.Transcript, preview.Words, preview.Passages);
        var transcript = preview.Transcript;
        return new AddResult.Draft(
            draft.Id, draft.Batch, draft.FileName, draft.Given, understood,
            FirstLines(transcript.Sentences.Select(sentence => sentence.In(transcript.Text))),
            Replaced(server, draft, understood) is { } replaced ? LectureSummary.Of(replaced) : null,
            preview.Unread);
    }

    public static Understood Understand(Transcript transcript, int words, int passages)
    {
        var lecture = transcript.Lecture;
        TimeSpan? duration = transcript.Cues.Count == 0 ? null : transcript.Cues.Max(static cue => cue.End) - transcript.Cues[0].Start;
        return new Understood(
            lecture.Title, lecture.Series, lecture.Speaker, lecture.Date, lecture.Url, words, passages,
            transcript.Sections.Count(static section => section.Heading is not null), transcript.Cues.Count, duration, transcript.LinesSetAside);
    }

    private static bool Same(string? one, string? other) => string.Equals(one?.Trim(), other?.Trim(), StringComparison.OrdinalIgnoreCase);
}
