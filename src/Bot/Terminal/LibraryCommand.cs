using System.Globalization;
using Bot.Chat.Moderation;
using Bot.Library;
using Bot.Storage;
using Lectures.Transcripts;

namespace Bot.Terminal;

/// <summary>Shows and changes the uploads of one server, or of the terminal itself.</summary>
internal sealed class LibraryCommand(TerminalSession session, ServerId server)
{
    public const string Operator = "operator";

    private const string Busy = "Another process is changing this library. Try again when it is done; nothing was changed here.";
    private const int Shown = 10_000;
    private const int Entries = 50;

    public async Task<int> AddAsync(IReadOnlyList<string> files, GivenDetails given, CancellationToken cancellation)
    {
        var (uploaded, code) = (new List<UploadedFile>(), TerminalSession.Answered);
        foreach (var file in files)
        {
            if (Read(file) is { } one)
            {
                uploaded.Add(one);
            }
            else
            {
                code = TerminalSession.Error;
            }
        }

        if (uploaded.Count == 0)
        {
            return code;
        }

        return await GuardedAsync(async () =>
        {
            var results = await session.Get<Uploads>().AddAsync(server, Operator, uploaded, given, replaces: null, cancellation);
            foreach (var result in results.Files)
            {
                code = Show(result) ? code : TerminalSession.Error;
            }

            foreach (var lost in results.Questions?.Lost ?? [])
            {
                session.Complain($"No longer answered by “{lost.Saved.LectureTitle}”: {lost.Saved.Question}");
            }

            return results.Batch is { } batch ? Published(await session.Get<Uploads>().PublishAsync(server, Operator, batch, cancellation), code) : code;
        });
    }

    public Task<int> RemoveAsync(string lecture, CancellationToken cancellation) => GuardedAsync(async () =>
        await session.Get<LectureChanges>().RemoveAsync(server, Operator, Id(lecture, removed: false), cancellation) switch
        {
            RemoveResult.Removed removed => Say($"Removed: {removed.Lecture.Title}. “library restore {removed.Lecture.Id}” brings it back until {removed.UndoUntil:yyyy-MM-dd}."),
            RemoveResult.NotHere => Refuse("There is no such upload. “library list” shows them."),
            RemoveResult.NotYours => Refuse("This lecture lies in the lectures folder. Take its file out of the folder and run “index”."),
            RemoveResult.Busy => Refuse(Busy),
            RemoveResult.Failed failed => Refuse(failed.Reason),
            _ => throw new System.Diagnostics.UnreachableException(),
        });

    public Task<int> RestoreAsync(string lecture, int? version, CancellationToken cancellation) => GuardedAsync(async () =>
        await session.Get<LectureChanges>().RestoreAsync(server, Operator, Id(lecture, removed: true), version, cancellation) switch
        {
            RestoreResult.Restored restored => Say($"Restored: {restored.Lecture.Title}, version {restored.Lecture.Version}."),
            RestoreResult.AlreadyThere there => Say($"Nothing to do: {there.Lecture.Title} is there in version {there.Lecture.Version}."),
            RestoreResult.NotHere => Refuse("There is no such upload or version; what was removed 30 days ago is erased."),
            RestoreResult.Busy => Refuse(Busy),
            RestoreResult.Failed failed => Refuse(failed.Reason),
            _ => throw new System.Diagnostics.UnreachableException(),
        });

    public int List(string? filter)
    {
        var page = session.Get<LectureShelf>().List(server, filter, page: 0, Shown);
        foreach (var lecture in page.Lectures)
        {
            Say(string.Join(" · ", new[] { lecture.Id, lecture.Title, lecture.Series, lecture.Speaker, lecture.IsShared ? "shared" : $"version {lecture.Version}" }.OfType<string>()));
        }

        return Say($"{LectureText.Count(page.Total, "lecture")}.");
    }

    public int Show(string lecture)
    {
        if (session.Get<LectureShelf>().Show(server, Id(lecture, removed: true)) is not { } card)
        {
            return Refuse("There is no such lecture. “library list” shows them.");
        }

        Describe(card.Understood);
        foreach (var version in card.Versions)
        {
            Say(string.Create(
                CultureInfo.InvariantCulture,
                $"  version {version.Number}{(version.Number == card.Lecture.Version ? " (published)" : "")}: {version.FileName}, {version.PublishedAt:yyyy-MM-dd HH:mm}, by {version.PublishedBy}"));
        }

        foreach (var line in card.FirstLines)
        {
            Say($"  | {line}");
        }

        return TerminalSession.Answered;
    }

    public async Task<int> ExportAsync(string file, CancellationToken cancellation)
    {
        try
        {
            await using var to = new FileStream(file, FileMode.Create);
            var result = await session.Get<LectureShelf>().ExportAsync(server, lecture: null, long.MaxValue, to, cancellation);
            return Say(string.Create(CultureInfo.InvariantCulture, $"{result.Files} files, {result.Bytes:#,0} bytes, in {file}."));
        }
        catch (Exception failure) when (failure is IOException or UnauthorizedAccessException)
        {
            return Refuse($"“{file}” cannot be written. Name another file.");
        }
    }

    public int History()
    {
        foreach (var entry in session.Get<AuditLog>().Page(server, 0, Entries))
        {
            Say(ChangeText.Of(entry));
        }

        return TerminalSession.Answered;
    }

    private UploadedFile? Read(string file)
    {
        try
        {
            if (new FileInfo(file) is { Exists: true, Length: > LibraryLimits.MostUploadBytes })
            {
                session.Complain($"“{file}” is too large: at most {LibraryLimits.MostUploadBytes / 1_000_000} MB are read.");
                return null;
            }

            return new UploadedFile(Path.GetFileName(file), File.ReadAllBytes(file));
        }
        catch (Exception failure) when (failure is IOException or UnauthorizedAccessException)
        {
            session.Complain($"“{file}” cannot be opened. Check its name, and that it may be read.");
            return null;
        }
    }

    private bool Show(AddResult result)
    {
        switch (result)
        {
            case AddResult.Draft draft:
                Describe(draft.Understood);
                if (draft.Replaces is { Version: { } version })
                {
                    Say($"  replaces version {version}, which is kept");
                }

                if (draft.Unread is { } unread)
                {
                    session.Complain($"{draft.FileName}: {unread}");
                }

                return true;
            case AddResult.AlreadyHere here:
                Say($"{here.FileName} is there already: {here.Lecture.Title}, version {here.Lecture.Version}.");
                return true;
            case AddResult.Refused refused:
                session.Complain(refused.Line is { } line
                    ? string.Create(CultureInfo.InvariantCulture, $"{TerminalRenderer.Visible(refused.FileName)}, line {line}: {refused.Reason}")
                    : $"{TerminalRenderer.Visible(refused.FileName)}: {refused.Reason}");
                return false;
            default:
                throw new System.Diagnostics.UnreachableException();
        }
    }

    private int Published(PublishResult result, int code) => result switch
    {
        PublishResult.Published published => Say($"Published: {string.Join(", ", published.Lectures.Select(static lecture => lecture.Title))}.", code),
        PublishResult.Gone => Refuse("Nothing was left to publish."),
        PublishResult.Busy => Refuse(Busy),
        PublishResult.Failed failed => Refuse(failed.Reason),
        _ => throw new System.Diagnostics.UnreachableException(),
    };

    private void Describe(Understood told)
    {
        Say(string.Join(" · ", new[] { told.Title, told.Series, told.Speaker, told.Date?.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture), told.Url?.AbsoluteUri }.OfType<string>()));
        Say($"  {LectureText.Size(told)}");
    }

    /// <summary>The id, or that of the only upload of this title.</summary>
    private string Id(string lecture, bool removed)
    {
        var shelf = session.Get<LectureShelf>();
        var known = shelf.List(server, filter: null, page: 0, Shown).Lectures.Concat(removed ? shelf.Removed(server) : []);
        return known.Where(one => string.Equals(one.Title, lecture, StringComparison.OrdinalIgnoreCase)).Take(2).ToList() is [var only] ? only.Id : lecture;
    }

    private async Task<int> GuardedAsync(Func<Task<int>> run)
    {
        try
        {
            return await run();
        }
        catch (StorageException failure)
        {
            return Refuse(failure.Message);
        }
    }

    private int Say(string line, int code = TerminalSession.Answered)
    {
        var words = line.TrimStart();
        session.Output.Write([new TerminalLine(line.Length - words.Length, [new TerminalText(TerminalRenderer.Visible(words))])]);
        return code;
    }

    private int Refuse(string sentence)
    {
        session.Complain(sentence);
        return TerminalSession.Error;
    }
}
