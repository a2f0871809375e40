using Lectures.Transcripts;

namespace Bot.Storage;

/// <summary>Uploaded lectures, their versions, and the original bytes. What is published here is what the server's index must hold.</summary>
internal sealed class LectureStore(Database database)
{
    private const string LectureColumns = "l.lecture, l.file, l.version, l.removed_at, l.removed_by, l.removed_version";
    private const string VersionColumns = """
        v.number, v.hash, v.file_name, v.given_title, v.given_series, v.given_speaker, v.given_date, v.given_url, v.title, v.series, v.speaker, v.lecture_date, v.url,
        v.words, v.passages, v.sections, v.cues, v.duration, v.lines_set_aside, v.published_at, v.published_by
        """;

    /// <summary>Lectures with the version that is published, or was when they were removed.</summary>
    private const string Shown = """
        lectures l join versions v on v.server = l.server and v.lecture = l.lecture
            and v.number = coalesce(l.version, l.removed_version, (select max(number) from versions n where n.server = l.server and n.lecture = l.lecture))
        """;

    /// <summary>In the order of their files, so that the same library always gives the same index.</summary>
    public IReadOnlyList<PublishedLecture> Published(ServerId server) => database.Read(
        session => session.Query(
            $"select {LectureColumns}, {VersionColumns} from {Shown} where l.server = $1 and l.version is not null order by l.file",
            static row => new PublishedLecture(Lecture(row), Version(row, 6)),
            server),
        otherwise: []);

    /// <summary>Those removed and not yet erased, the last removed first, with the version that was published.</summary>
    public IReadOnlyList<PublishedLecture> Removed(ServerId server) => database.Read(
        session => session.Query(
            $"select {LectureColumns}, {VersionColumns} from {Shown} where l.server = $1 and l.version is null order by l.removed_at desc, l.file",
            static row => new PublishedLecture(Lecture(row), Version(row, 6)),
            server),
        otherwise: []);

    public StoredLecture? Find(ServerId server, string lecture) => database.Read(
        session => session.Query($"select {LectureColumns} from lectures l where l.server = $1 and l.lecture = $2", Lecture, server, lecture).FirstOrDefault(), otherwise: null);

    /// <summary>The newest first.</summary>
    public IReadOnlyList<StoredVersion> Versions(ServerId server, string lecture) => database.Read(
        session => session.Query($"select {VersionColumns} from versions v where v.server = $1 and v.lecture = $2 order by v.number desc", static row => Version(row, 0), server, lecture),
        otherwise: []);

    /// <summary>The published lecture that has these bytes; null where none has.</summary>
    public PublishedLecture? WithContent(ServerId server, string hash) => database.Read(
        session => session.Query(
            $"select {LectureColumns}, {VersionColumns} from {Shown} where l.server = $1 and l.version is not null and v.hash = $2 order by l.file limit 1",
            static row => new PublishedLecture(Lecture(row), Version(row, 6)), server, hash)
            .FirstOrDefault(),
        otherwise: null);

    /// <summary>Published and removed lectures, each with the version that is or was published, in few words; in the order of their files, removed ones last.</summary>
    public IReadOnlyList<KnownLecture> Known(ServerId server) => database.Read(
        session => session.Query(
            $"select l.lecture, v.title, v.series, v.hash, l.version from {Shown} where l.server = $1 order by l.version is null, l.file",
            static row => new KnownLecture(row.Text(0), row.Text(1), row.TextOrNull(2), row.Text(3), row.CountOrNull(4) is not null),
            server),
        otherwise: []);

    /// <summary>A lecture with the version that is or was published; null where there is none of that id.</summary>
    public PublishedLecture? Present(ServerId server, string lecture) => database.Read(
        session => session.Query(
            $"select {LectureColumns}, {VersionColumns} from {Shown} where l.server = $1 and l.lecture = $2", static row => new PublishedLecture(Lecture(row), Version(row, 6)), server, lecture)
            .FirstOrDefault(),
        otherwise: null);

    /// <summary>Null where they were erased.</summary>
    public byte[]? Content(ServerId server, string hash) => database.Read(
        session => session.Query("select bytes from contents where server = $1 and hash = $2", static row => row.Bytes(0), server, hash).FirstOrDefault(), otherwise: null);

    public void Keep(ServerId server, string hash, byte[] bytes) => database.Write(session =>
        session.Execute("insert into contents (server, hash, bytes) values ($1, $2, $3) on conflict do nothing", server, hash, bytes));

    public void Add(ServerId server, StoredLecture lecture) => database.Write(session =>
        session.Execute("insert into lectures (server, lecture, file) values ($1, $2, $3) on conflict do nothing", server, lecture.Id, lecture.File));

    public void Add(ServerId server, string lecture, StoredVersion version) => database.Write(session =>
    {
        var (given, told) = (version.Given, version.Understood);
        session.Execute(
            """
            insert into versions (server, lecture, number, hash, file_name, given_title, given_series, given_speaker, given_date, given_url, title, series, speaker, lecture_date, url,
                words, passages, sections, cues, duration, lines_set_aside, published_at, published_by)
            values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14, $15, $16, $17, $18, $19, $20, $21, $22, $23)
            """,
            server, lecture, version.Number, version.Hash, version.FileName, given.Title, given.Series, given.Speaker, given.Date, given.Url,
            told.Title, told.Series, told.Speaker, told.Date, told.Url, told.Words, told.Passages, told.Sections, told.Cues, told.Duration, told.LinesSetAside,
            version.PublishedAt, version.PublishedBy);
    });

    public void Publish(ServerId server, string lecture, int version) => database.Write(session =>
        session.Execute("update lectures set version = $3, removed_at = null, removed_by = null, removed_version = null where server = $1 and lecture = $2", server, lecture, version));

    public void Remove(ServerId server, string lecture, DateTimeOffset at, string by) => database.Write(session =>
        session.Execute("update lectures set version = null, removed_version = version, removed_at = $3, removed_by = $4 where server = $1 and lecture = $2", server, lecture, at, by));

    /// <summary>What was removed before a time goes for good.</summary>
    /// <returns>How many lectures.</returns>
    public int EraseRemoved(DateTimeOffset before) => database.Write(session =>
    {
        session.Execute("delete from versions where (server, lecture) in (select server, lecture from lectures where version is null and removed_at < $1)", before);
        return session.Execute("delete from lectures where version is null and removed_at < $1", before);
    });

    /// <summary>Bytes that neither a version nor a draft names.</summary>
    public int EraseUnused() => database.Write(session => session.Execute(
        """
        delete from contents where not exists (select 1 from versions v where v.server = contents.server and v.hash = contents.hash)
            and not exists (select 1 from drafts d where d.server = contents.server and d.hash = contents.hash)
        """));

    /// <summary>Bytes kept for a server, drafts and old versions included.</summary>
    public long BytesOf(ServerId server) => database.Read(
        session => session.Number("select coalesce(sum(length(bytes)), 0) from contents where server = $1", server), otherwise: 0);

    /// <summary>Removed ones too.</summary>
    public int Count(ServerId server) => database.Read(session => (int)session.Number("select count(*) from lectures where server = $1", server), otherwise: 0);

    public IReadOnlyList<ServerId> Servers() => database.Read(
        static session => session.Query("select distinct server from lectures order by server", static row => row.Server(0)), otherwise: []);

    internal static GivenDetails Given(SqlRow row, int from) => new()
    {
        Title = row.TextOrNull(from),
        Series = row.TextOrNull(from + 1),
        Speaker = row.TextOrNull(from + 2),
        Date = row.DateOrNull(from + 3),
        Url = row.AddressOrNull(from + 4),
    };

    private static StoredLecture Lecture(SqlRow row) => new(row.Text(0), row.Text(1), row.CountOrNull(2), row.TimeOrNull(3), row.TextOrNull(4), row.CountOrNull(5));

    private static StoredVersion Version(SqlRow row, int at) => new(
        row.Count(at), row.Text(at + 1), row.Text(at + 2), Given(row, at + 3),
        new Understood(
            row.Text(at + 8), row.TextOrNull(at + 9), row.TextOrNull(at + 10), row.DateOrNull(at + 11), row.AddressOrNull(at + 12), row.Count(at + 13), row.Count(at + 14),
            row.Count(at + 15), row.Count(at + 16), row.DurationOrNull(at + 17), row.Count(at + 18)),
        row.Time(at + 19), row.Text(at + 20));
}
