using System.Net;
using Bot.Discord.Protocol;

namespace Bot.Discord.Rest.Cdn;

/// <summary>Fetches a member's file within bounds of size and time. The bytes are unexamined; name and type are the member's claims.</summary>
internal sealed partial class AttachmentDownload(
    CdnClient client, AttachmentPolicy policy, TimeProvider time, ILogger<AttachmentDownload> logger)
{
    private const int Chunk = 32 * 1024;

    private static readonly TimeSpan WholeTime = TimeSpan.FromSeconds(60);
    private static readonly TimeSpan FirstByteTime = TimeSpan.FromSeconds(10);

    public async Task<AttachmentResult> FetchAsync(Attachment attachment, int maxBytes, CancellationToken cancellation)
    {
        if (!Uri.TryCreate(attachment.Url, UriKind.Absolute, out var address) || !policy.Allows(address))
        {
            LogRefused(attachment.Id ?? "?");
            return new AttachmentResult.NotAllowed();
        }

        if (attachment.Size > maxBytes)
        {
            return new AttachmentResult.TooLarge(maxBytes);
        }

        using var whole = new CancellationTokenSource(WholeTime, time);
        using var either = CancellationTokenSource.CreateLinkedTokenSource(whole.Token, cancellation);
        try
        {
            return await FetchAsync(address, attachment.Size, maxBytes, either.Token);
        }
        catch (OperationCanceledException) when (!cancellation.IsCancellationRequested)
        {
            return new AttachmentResult.Unavailable("it took too long");
        }
        catch (Exception e) when (e is HttpRequestException or IOException)
        {
            LogFailed(attachment.Id ?? "?", e.GetType().Name);
            return new AttachmentResult.Unavailable("the connection failed");
        }
    }

    private async Task<AttachmentResult> FetchAsync(Uri address, long expected, int maxBytes, CancellationToken cancellation)
    {
        using var first = new CancellationTokenSource(FirstByteTime, time);
        using var either = CancellationTokenSource.CreateLinkedTokenSource(first.Token, cancellation);
        using var request = new HttpRequestMessage(HttpMethod.Get, address);
        using var response = await client.SendAsync(request, either.Token);
        if (response.StatusCode is HttpStatusCode.Forbidden or HttpStatusCode.NotFound)
        {
            return new AttachmentResult.Expired();
        }

        if (response.StatusCode != HttpStatusCode.OK)
        {
            return new AttachmentResult.Unavailable($"the host answered {(int)response.StatusCode}");
        }

        if (response.Content.Headers.ContentLength > maxBytes)
        {
            return new AttachmentResult.TooLarge(maxBytes);
        }

        await using var source = await response.Content.ReadAsStreamAsync(cancellation);
        var bytes = await ReadAsync(source, maxBytes, cancellation);
        return bytes switch
        {
            null => new AttachmentResult.TooLarge(maxBytes),
            _ when bytes.Length != expected => new AttachmentResult.Unavailable("it is not as long as announced"),
            _ => new AttachmentResult.Fetched(bytes),
        };
    }

    /// <summary>The whole stream, or null if it is longer than allowed. Memory grows with what came, not with what was announced.</summary>
    private static async Task<byte[]?> ReadAsync(Stream source, int maxBytes, CancellationToken cancellation)
    {
        using var buffer = new MemoryStream();
        var chunk = new byte[Chunk];
        int read;
        while ((read = await source.ReadAsync(chunk, cancellation)) > 0)
        {
            if (buffer.Length + read > maxBytes)
            {
                return null;
            }

            buffer.Write(chunk, 0, read);
        }

        return buffer.ToArray();
    }

    [LoggerMessage(LogLevel.Warning, "Attachment {Attachment} is not on Discord's hosts and was not fetched")]
    private partial void LogRefused(string attachment);

    [LoggerMessage(LogLevel.Warning, "Attachment {Attachment} could not be fetched: {Reason}")]
    private partial void LogFailed(string attachment, string reason);
}
