namespace Bot.Storage;

/// <summary>Uploads that wait to be published or discarded.</summary>
internal sealed class DraftStore(Database database)
{
    private const string Columns = "draft, batch, lecture, hash, file_name, given_title, given_series, given_speaker, given_date, given_url, created_at, created_by";

    public StoredDraft? Find(ServerId server, string draft) => database.Read(
        session => session.Query($"select {Columns} from drafts where server = $1 and draft = $2", Draft, server, draft).FirstOrDefault(), otherwise: null);

    /// <summary>In the order they came.</summary>
    public IReadOnlyList<StoredDraft> OfBatch(ServerId server, string batch) => database.Read(
        session => session.Query($"select {Columns} from drafts where server = $1 and batch = $2 order by draft", Draft, server, batch), otherwise: []);

    public int Count(ServerId server) => database.Read(session => (int)session.Number("select count(*) from drafts where server = $1", server), otherwise: 0);

    public void Put(ServerId server, StoredDraft draft) => database.Write(session =>
    {
        session.Execute("delete from drafts where server = $1 and draft = $2", server, draft.Id);
        session.Execute(
            $"insert into drafts (server, {Columns}) values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13)",
            server, draft.Id, draft.Batch, draft.Lecture, draft.Hash, draft.FileName,
            draft.Given.Title, draft.Given.Series, draft.Given.Speaker, draft.Given.Date, draft.Given.Url, draft.CreatedAt, draft.CreatedBy);
    });

    public bool Remove(ServerId server, string draft) =>
        database.Write(session => session.Execute("delete from drafts where server = $1 and draft = $2", server, draft) > 0);

    public int RemoveOlder(DateTimeOffset before) => database.Write(session => session.Execute("delete from drafts where created_at < $1", before));

    private static StoredDraft Draft(SqlRow row) => new(
        row.Text(0), row.Text(1), row.TextOrNull(2), row.Text(3), row.Text(4), LectureStore.Given(row, 5), row.Time(10), row.Text(11));
}
