namespace Bot.Discord.Rest.Cdn;

/// <summary>The connections to Discord's file hosts, and to no others.</summary>
internal sealed class CdnClient : IDisposable
{
    private readonly HttpClient client;

    public CdnClient(AttachmentPolicy policy)
    {
        // How long a download may take is decided by whoever asks for it.
        client = new HttpClient(policy.CreateHandler()) { Timeout = Timeout.InfiniteTimeSpan };
        client.DefaultRequestHeaders.UserAgent.ParseAdd(UserAgent.Text);
    }

    /// <summary>The body is still to be read.</summary>
    public Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellation) =>
        client.SendAsync(request, HttpCompletionOption.ResponseHeadersRead, cancellation);

    public void Dispose() => client.Dispose();
}
