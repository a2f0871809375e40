namespace Bot.Storage;

public enum JobState
{
    Running,
    Done,
    Cancelled,
    Failed,

    /// <summary>Clio ended while it ran; the old state is as it was.</summary>
    Interrupted,
}

/// <summary>A run of reindexing that a moderator started.</summary>
/// <param name="Report">In words, once it is over.</param>
public sealed record StoredJob(
    long Id, DateTimeOffset StartedAt, string StartedBy, bool IsAll, bool IsDry, JobState State, DateTimeOffset? FinishedAt, string? Report);

/// <summary>Runs of reindexing.</summary>
internal sealed class JobStore(Database database)
{
    public long Start(ServerId server, StoredJob job) => database.Write(session =>
    {
        session.Execute(
            "insert into jobs (server, started_at, started_by, is_all, is_dry, state) values ($1, $2, $3, $4, $5, $6)",
            server, job.StartedAt, job.StartedBy, job.IsAll, job.IsDry, JobState.Running);
        return session.Number("select max(id) from jobs where server = $1", server);
    });

    public void Finish(ServerId server, long id, JobState state, DateTimeOffset at, string report) => database.Write(session => session.Execute(
        "update jobs set state = $3, finished_at = $4, report = $5 where server = $1 and id = $2", server, id, state, at, report));

    /// <summary>The newest first.</summary>
    public IReadOnlyList<StoredJob> Last(ServerId server, int most) => database.Read(
        session => session.Query(
            "select id, started_at, started_by, is_all, is_dry, state, finished_at, report from jobs where server = $1 order by id desc limit $2",
            static row => new StoredJob(
                row.Number(0), row.Time(1), row.Text(2), row.Flag(3), row.Flag(4), row.Name<JobState>(5), row.TimeOrNull(6), row.TextOrNull(7)),
            server, most),
        otherwise: []);

    /// <summary>Of a process that is no more: nothing runs when a new one begins.</summary>
    public int Interrupt(DateTimeOffset at) => database.Write(session =>
        session.Execute("update jobs set state = $1, finished_at = $2 where state = $3", JobState.Interrupted, at, JobState.Running));

    public int EraseOlder(DateTimeOffset before) => database.Write(session => session.Execute("delete from jobs where started_at < $1", before));
}
