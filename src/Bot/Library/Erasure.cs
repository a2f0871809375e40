using Bot.Storage;

namespace Bot.Library;

/// <summary>Erases for good: what is kept of a user, or all of a server.</summary>
internal sealed class Erasure
{
    /// <summary>In every server.</summary>
    /// <returns>How many questions and ratings were erased.</returns>
    public int User(string userId) => throw new NotImplementedException();

    /// <summary>Uploads, index, settings, questions, names, history: all of the server's.</summary>
    /// <exception cref="StorageException">It was not erased.</exception>
    public Task ServerAsync(ServerId server, CancellationToken cancellation) => throw new NotImplementedException();
}
