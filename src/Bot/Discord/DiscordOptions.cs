using System.ComponentModel.DataAnnotations;

namespace Bot.Discord;

/// <summary>How Clio is connected to Discord. Checked at start, every problem reported at once.</summary>
internal sealed class DiscordOptions
{
    public const string Section = "Discord";

    public const string DiscordApi = "https://discord.com/api/v10";

    /// <summary>The bot's token, from the environment (<c>Discord__Token</c>). Its form is not checked: Discord may change it.</summary>
    public string? Token { get; set; }

    /// <summary>A file that holds the token and nothing else, such as a container's secret.</summary>
    public string? TokenFile { get; set; }

    /// <summary>The application's public key, 64 hexadecimal digits; needed for <see cref="DeliveryMode.Http"/>.</summary>
    public string? PublicKey { get; set; }

    public DeliveryMode Delivery { get; set; } = DeliveryMode.Gateway;

    /// <summary>Where <see cref="DeliveryMode.Http"/> listens; a proxy with TLS stands before it.</summary>
    public string Listen { get; set; } = "http://127.0.0.1:8080";

    /// <summary>Another host than Discord's is accepted only on this machine, for tests.</summary>
    public string ApiBaseUrl { get; set; } = DiscordApi;

    /// <summary>Hosts that attachments are fetched from; others than Discord's only as <c>127.0.0.1:port</c>, for tests.</summary>
    public IReadOnlyList<string> CdnHosts { get; set; } = [];

    /// <summary>A number of shards, or "auto" for as many as Discord recommends.</summary>
    public string Shards { get; set; } = "auto";

    /// <summary>Interactions worked on at the same time; most of that time is waiting for Discord.</summary>
    [Range(1, 1_024)]
    public int Workers { get; set; } = 64;

    /// <summary>Interactions that may wait for a worker; one more is told at once that Clio is busy.</summary>
    [Range(1, 10_000)]
    public int QueueLength { get; set; } = 256;
}
