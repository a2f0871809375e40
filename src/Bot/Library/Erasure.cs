using Bot.Storage;

namespace Bot.Library;

/// <summary>Erases for good: what is kept of a user, or all of a server.</summary>
internal sealed class Erasure(QuestionLog questions, FeedbackStore feedback, ServerStore servers, ServerIndexes indexes, ReindexJobs jobs, Database database)
{
    /// <summary>In every server.</summary>
    /// <returns>How many questions and ratings were erased.</returns>
    public int User(string userId)
    {
        var erased = database.Write(_ => questions.Servers().Sum(server => questions.Erase(server, userId) + feedback.Erase(server, userId)));
        database.Settle();
        return erased;
    }

    /// <summary>Uploads, index, settings, questions, names, history: all of the server's. Rows go first, so that a crash between leaves nothing that could be shown.</summary>
    /// <exception cref="IOException">It was not erased, or not all of it; the next start finishes.</exception>
    public Task ServerAsync(ServerId server, CancellationToken cancellation)
    {
        jobs.Cancel(server, "clio");
        return indexes.EraseAsync(
            server,
            () =>
            {
                servers.Erase(server);
                return true;
            },
            cancellation);
    }
}
