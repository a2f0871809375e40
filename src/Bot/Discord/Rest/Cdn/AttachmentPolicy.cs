using System.Net;
using System.Net.Sockets;
using Microsoft.Extensions.Options;

namespace Bot.Discord.Rest.Cdn;

/// <summary>
/// Where attachments may come from. An address in an interaction was signed by Discord, yet a member chose the file: only
/// Discord's own hosts are asked, and only if their names lead to the public internet.
/// </summary>
internal sealed class AttachmentPolicy(IOptions<DiscordOptions> options)
{
    private static readonly string[] DiscordHosts = ["cdn.discordapp.com", "media.discordapp.net"];

    /// <summary>Test seam for names; the system's resolver otherwise.</summary>
    public Func<string, CancellationToken, Task<IPAddress[]>> Resolve { get; init; } = Dns.GetHostAddressesAsync;

    public bool Allows(Uri address)
    {
        if (!address.IsAbsoluteUri || address.UserInfo.Length > 0)
        {
            return false;
        }

        var isDiscord = address is { Scheme: "https", IsDefaultPort: true } && DiscordHosts.Contains(address.IdnHost, StringComparer.OrdinalIgnoreCase);
        return isDiscord || IsTestHost(address);
    }

    public SocketsHttpHandler CreateHandler() => new()
    {
        AllowAutoRedirect = false,
        UseCookies = false,
        UseProxy = false,
        ConnectTimeout = TimeSpan.FromSeconds(10),
        PooledConnectionLifetime = TimeSpan.FromMinutes(5),
        MaxConnectionsPerServer = 8,
        ConnectCallback = ConnectAsync,
    };

    private bool IsTestHost(Uri address) => DiscordOptionsValidator.IsLoopback(address) && options.Value.CdnHosts.Contains($"{address.Host}:{address.Port}");

    private async ValueTask<Stream> ConnectAsync(SocketsHttpConnectionContext context, CancellationToken cancellation)
    {
        var isTest = context.InitialRequestMessage.RequestUri is { } address && IsTestHost(address);
        var addresses = await Resolve(context.DnsEndPoint.Host, cancellation);
        var usable = isTest ? addresses : addresses.Where(PublicAddress.IsPublic).ToArray();
        if (usable.Length == 0)
        {
            throw new HttpRequestException("the host's name does not lead to a public address");
        }

        var socket = new Socket(SocketType.Stream, ProtocolType.Tcp) { NoDelay = true };
        try
        {
            await socket.ConnectAsync(usable, context.DnsEndPoint.Port, cancellation);
            return new NetworkStream(socket, ownsSocket: true);
        }
        catch
        {
            socket.Dispose();
            throw;
        }
    }
}
