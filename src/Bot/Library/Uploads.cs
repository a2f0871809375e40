using Bot.Storage;
using Lectures.Transcripts;

namespace Bot.Library;

/// <summary>From a file that a moderator brings to a lecture that can be found.</summary>
internal sealed class Uploads
{
    /// <summary>Reads files and keeps them as drafts; a zip is unpacked. Nothing is published.</summary>
    /// <param name="by">The user's id.</param>
    /// <param name="given">For a single file; the title is left out where several came.</param>
    /// <param name="replaces">The lecture's id, where the moderator chose one; else a lecture of the same series and title is replaced.</param>
    /// <exception cref="StorageException">Nothing was kept; its message is a sentence for a person.</exception>
    public Task<AddResults> AddAsync(
        ServerId server, string by, IReadOnlyList<UploadedFile> files, GivenDetails given, string? replaces, CancellationToken cancellation) => throw new NotImplementedException();

    /// <summary>The draft as it stands; null where it is gone.</summary>
    public AddResult? Draft(ServerId server, string draft) => throw new NotImplementedException();

    /// <summary>Reads a draft again with other details; null where it is gone.</summary>
    public Task<AddResults?> EditAsync(ServerId server, string by, string draft, GivenDetails given, CancellationToken cancellation) => throw new NotImplementedException();

    /// <summary>Publishes all drafts of a batch in one step.</summary>
    public Task<PublishResult> PublishAsync(ServerId server, string by, string batch, CancellationToken cancellation) => throw new NotImplementedException();

    /// <returns>False where there was nothing left to discard.</returns>
    public bool Discard(ServerId server, string by, string batch) => throw new NotImplementedException();
}
