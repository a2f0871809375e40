using System.Diagnostics.CodeAnalysis;

namespace Bot.Discord.Delivery.Gateway;

/// <summary>The address of a connection: what Discord gave us, with version and encoding. RESUME uses the same parameters.</summary>
internal static class GatewayAddress
{
    private const string Version = "10";

    /// <summary>False for what is no WebSocket address, and for an unencrypted one beyond loopback: the token would travel in clear.</summary>
    public static bool TryCompose(string? given, [NotNullWhen(true)] out Uri? address)
    {
        address = null;
        if (!Uri.TryCreate(given, UriKind.Absolute, out var parsed)
            || parsed.Scheme is not ("wss" or "ws")
            || (parsed.Scheme == "ws" && !parsed.IsLoopback))
        {
            return false;
        }

        var kept = parsed.Query.TrimStart('?')
            .Split('&', StringSplitOptions.RemoveEmptyEntries)
            .Where(parameter => Name(parameter) is not ("v" or "encoding" or "compress"));
        var query = string.Join('&', [.. kept, $"v={Version}", "encoding=json"]);
        address = new UriBuilder(parsed) { Query = query, Fragment = "" }.Uri;
        return true;
    }

    private static string Name(string parameter) => parameter.Split('=')[0];
}
