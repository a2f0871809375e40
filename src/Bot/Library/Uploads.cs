using System.Globalization;
using System.Security.Cryptography;
using Bot.Storage;
using Lectures.Transcripts;

namespace Bot.Library;

/// <summary>From a file that a moderator brings to a draft.</summary>
internal sealed partial class Uploads(
    UploadReading reading, DraftStore drafts, LectureStore lectures, Database database, Publishing publishing, AuditLog audit, TimeProvider time, ILogger<Uploads> logger)
{
    public const int MostBytes = LibraryLimits.MostUploadBytes;
    public const int MostFiles = LibraryLimits.MostFiles;

    private const string Letters = "abcdefghijklmnopqrstuvwxyz234567";

    /// <summary>Reads files and keeps them as drafts; a zip is unpacked. Nothing is published.</summary>
    /// <param name="by">The user's id.</param>
    /// <param name="given">The title counts for a single file only.</param>
    /// <param name="replaces">The lecture's id, where the moderator chose one; else a lecture of the same series and title is replaced.</param>
    /// <exception cref="StorageException">Nothing was kept; its message is a sentence for a person.</exception>
    public async Task<AddResults> AddAsync(
        ServerId server, string by, IReadOnlyList<UploadedFile> files, GivenDetails given, string? replaces, CancellationToken cancellation)
    {
        var results = await Task.Run(() => Add(server, by, files, given, replaces, cancellation), cancellation);
        foreach (var refused in results.OfType<AddResult.Refused>())
        {
            LogRefused(server.Value, Path.GetExtension(refused.FileName));
        }

        var added = new AddResults(results, null);
        return added.Batch is { } batch ? added with { Questions = await publishing.ForeseeAsync(server, batch, cancellation) } : added;
    }

    /// <summary>The draft as it stands; null where it is gone.</summary>
    public AddResult? Draft(ServerId server, string draft) => drafts.Find(server, draft) is { } known && lectures.Content(server, known.Hash) is { } bytes
        ? reading.Read(server, new UploadedFile(known.FileName, bytes), known)
        : null;

    /// <summary>Reads a draft again with other details; null where it is gone.</summary>
    public async Task<AddResults?> EditAsync(ServerId server, string by, string draft, GivenDetails given, CancellationToken cancellation)
    {
        if (drafts.Find(server, draft) is not { } known || lectures.Content(server, known.Hash) is not { } bytes)
        {
            return null;
        }

        var changed = known with { Given = Clean(given), CreatedBy = by };
        if (Problem(changed.Given) is { } problem)
        {
            return new AddResults([new AddResult.Refused(known.FileName, null, problem)], null);
        }

        var result = reading.Read(server, new UploadedFile(known.FileName, bytes), changed);
        if (result is AddResult.Draft)
        {
            drafts.Put(server, changed);
        }

        return new AddResults([result], await publishing.ForeseeAsync(server, known.Batch, cancellation));
    }

    /// <summary>Publishes all drafts of a batch in one step.</summary>
    public Task<PublishResult> PublishAsync(ServerId server, string by, string batch, CancellationToken cancellation) => publishing.PublishAsync(server, by, batch, cancellation);

    /// <returns>False where there was nothing left to discard.</returns>
    public bool Discard(ServerId server, string by, string batch)
    {
        var left = drafts.OfBatch(server, batch);
        if (left.Count == 0)
        {
            return false;
        }

        audit.Changing(database, server, by, "library discard", string.Join(", ", left.Select(static draft => draft.FileName)), "draft", null, () =>
        {
            foreach (var draft in left)
            {
                drafts.Remove(server, draft.Id);
            }

            lectures.EraseUnused();
        });
        return true;
    }

    private List<AddResult> Add(
        ServerId server, string by, IReadOnlyList<UploadedFile> files, GivenDetails given, string? replaces, CancellationToken cancellation)
    {
        var (results, transcripts) = (new List<AddResult>(), new List<UploadedFile>());
        foreach (var file in files)
        {
            Unpack(file with { Name = Unpacking.Clean(file.Name) }, transcripts, results);
        }

        var told = Clean(transcripts.Count > 1 ? given with { Title = null } : given);
        if (Problem(told) is { } problem)
        {
            return [.. transcripts.Select(file => new AddResult.Refused(file.Name, null, problem)), .. results];
        }

        if (lectures.Count(server) + drafts.Count(server) + transcripts.Count > LibraryLimits.MostLectures)
        {
            return [.. transcripts.Select(static file => new AddResult.Refused(file.Name, null, LibraryLimits.Full)), .. results];
        }

        if (transcripts.Count > MostFiles || drafts.Count(server) + transcripts.Count > LibraryLimits.MostDrafts)
        {
            return [.. transcripts.Select(static file => new AddResult.Refused(file.Name, null, "Too many files wait to be published. Publish or discard some first.")), .. results];
        }

        var batch = RandomNumberGenerator.GetString(Letters, 10);
        var read = new List<AddResult>();
        foreach (var (file, number) in transcripts.Select(static (file, i) => (file, i)))
        {
            cancellation.ThrowIfCancellationRequested();
            var draft = new StoredDraft(
                string.Create(CultureInfo.InvariantCulture, $"{batch}{number:000}"), batch, transcripts.Count == 1 ? replaces : null,
                UploadReading.HashOf(file.Bytes.Span), file.Name, told, time.GetUtcNow(), by);
            read.Add(Add(server, file, draft, read));
        }

        return [.. read, .. results];
    }

    private static void Unpack(UploadedFile file, List<UploadedFile> transcripts, List<AddResult> results)
    {
        if (!Unpacking.IsZip(file))
        {
            transcripts.Add(file);
            return;
        }

        switch (file.Bytes.Length > MostBytes ? new Unpacked.Refused("The zip is too large. Split it.") : Unpacking.Unpack(file.Bytes, UploadReading.IsTranscript))
        {
            case Unpacked.Files unpacked:
                transcripts.AddRange(unpacked.Transcripts);
                results.AddRange(unpacked.Others.Select(static other => new AddResult.Refused(other, null, "This kind of file is not read.")));
                break;
            case Unpacked.Refused refused:
                results.Add(new AddResult.Refused(file.Name, null, refused.Reason));
                break;
            default:
                throw new System.Diagnostics.UnreachableException();
        }
    }

    private AddResult Add(ServerId server, UploadedFile file, StoredDraft draft, List<AddResult> before)
    {
        if (draft.Given == GivenDetails.None && draft.Lecture is null && lectures.WithContent(server, draft.Hash) is { } same)
        {
            return new AddResult.AlreadyHere(file.Name, LectureSummary.Of(same));
        }

        if (lectures.BytesOf(server) + file.Bytes.Length > LibraryLimits.MostBytesOfServer)
        {
            return new AddResult.Refused(file.Name, null, LibraryLimits.Full);
        }

        var result = reading.Read(server, file, draft);
        if (result is AddResult.Draft { Replaces: not null, Understood: var told } && reading.Replaced(server, draft, told) is { } replaced)
        {
            draft = UploadReading.Following(draft, replaced, told);
            result = reading.Read(server, file, draft);
            if (result is AddResult.Draft again && replaced.Lecture.Version is not null && replaced.Version.Hash == draft.Hash && replaced.Version.Understood == again.Understood)
            {
                return new AddResult.AlreadyHere(file.Name, LectureSummary.Of(replaced));
            }
        }

        if (result is AddResult.Draft { Understood: var understood })
        {
            if (before.OfType<AddResult.Draft>().Any(other => other.Understood.Title == understood.Title && other.Understood.Series == understood.Series))
            {
                return new AddResult.Refused(file.Name, null, "Another file of this upload has the same title and series. Upload it by itself, with another title.");
            }

            database.Write(_ =>
            {
                lectures.Keep(server, draft.Hash, file.Bytes.ToArray());
                drafts.Put(server, draft);
            });
        }

        return result;
    }

    private static string? Problem(GivenDetails given) =>
        new[] { given.Title, given.Series, given.Speaker, given.Url?.AbsoluteUri }.Any(static text => text?.Length > LibraryLimits.LongestDetail)
            ? $"Title, series, speaker and address can have {LibraryLimits.LongestDetail} characters at most."
            : given.Url is { } url && (!url.IsAbsoluteUri || url.Scheme is not ("http" or "https")) ? "The address must begin with https:// or http://." : null;

    private static GivenDetails Clean(GivenDetails given) => given with { Title = Clean(given.Title), Series = Clean(given.Series), Speaker = Clean(given.Speaker) };

    private static string? Clean(string? text) => string.IsNullOrWhiteSpace(text) ? null : string.Join(' ', text.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));

    [LoggerMessage(LogLevel.Warning, "A file ({Extension}) was refused for server {Server}")]
    private partial void LogRefused(string server, string extension);
}
