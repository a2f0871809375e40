using System.Globalization;
using System.Net;
using Bot.Discord.Delivery;
using Microsoft.Extensions.Options;

namespace Bot.Discord;

/// <summary>Collects every problem, so that a new user corrects the settings once.</summary>
internal sealed class DiscordOptionsValidator : IValidateOptions<DiscordOptions>
{
    public ValidateOptionsResult Validate(string? name, DiscordOptions options)
    {
        var problems = Problems(options).ToList();
        return problems.Count == 0 ? ValidateOptionsResult.Success : ValidateOptionsResult.Fail(problems);
    }

    /// <summary>Discord's own address, or any on this machine.</summary>
    public static bool IsAllowedBase(Uri address) =>
        address is { Scheme: "https", Host: "discord.com", IsDefaultPort: true, UserInfo: "" } || (IsLoopback(address) && address.UserInfo.Length == 0);

    /// <summary>An address that is loopback by its digits: a name could be made to point elsewhere.</summary>
    public static bool IsLoopback(Uri address) =>
        address.Scheme is "http" or "https" && IPAddress.TryParse(address.DnsSafeHost, out var ip) && IPAddress.IsLoopback(ip);

    private static IEnumerable<string> Problems(DiscordOptions options) =>
        [.. Token(options), .. Key(options), .. Addresses(options), .. Shards(options), .. Ranges(options)];

    private static IEnumerable<string> Token(DiscordOptions options)
    {
        if (string.IsNullOrWhiteSpace(options.Token) && string.IsNullOrWhiteSpace(options.TokenFile))
        {
            yield return "Discord:Token is missing: set the environment variable Discord__Token, or Discord:TokenFile to a file that holds it.";
        }
        else if (!string.IsNullOrWhiteSpace(options.Token) && !string.IsNullOrWhiteSpace(options.TokenFile))
        {
            yield return "Discord:Token and Discord:TokenFile are both set: remove one.";
        }
        else if (!string.IsNullOrWhiteSpace(options.TokenFile) && BotToken.Problem(options.TokenFile) is { } problem)
        {
            yield return problem;
        }
    }

    private static IEnumerable<string> Key(DiscordOptions options)
    {
        if (!Enum.IsDefined(options.Delivery))
        {
            yield return "Discord:Delivery must be Gateway, Http or DiscordNet.";
        }

        if (options.Delivery == DeliveryMode.DiscordNet && !DiscordNetBuild.IsIncluded)
        {
            yield return DiscordNetBuild.HowToInclude;
        }

        var key = options.PublicKey?.Trim();
        if (string.IsNullOrEmpty(key))
        {
            if (options.Delivery == DeliveryMode.Http)
            {
                yield return "Discord:PublicKey is missing: Http delivery needs the application's public key from Discord's developer portal.";
            }
        }
        else if (key.Length != 64 || !key.All(char.IsAsciiHexDigit))
        {
            yield return "Discord:PublicKey must be 64 hexadecimal digits, as shown in Discord's developer portal.";
        }
    }

    private static IEnumerable<string> Addresses(DiscordOptions options)
    {
        if (!Uri.TryCreate(options.ApiBaseUrl, UriKind.Absolute, out var address) || !IsAllowedBase(address) || address.Query.Length > 0)
        {
            yield return $"Discord:ApiBaseUrl must be {DiscordOptions.DiscordApi}, or a loopback address such as http://127.0.0.1:8080/api/v10.";
        }

        foreach (var host in options.CdnHosts.Where(host => !IsLoopbackHost(host)))
        {
            yield return $"Discord:CdnHosts: '{host}' is refused; only loopback addresses with a port, such as 127.0.0.1:8080, can be added.";
        }
    }

    private static bool IsLoopbackHost(string host) =>
        IPEndPoint.TryParse(host, out var address) && IPAddress.IsLoopback(address.Address) && address.Port > 0;

    private static IEnumerable<string> Shards(DiscordOptions options)
    {
        var number = int.TryParse(options.Shards, NumberStyles.None, CultureInfo.InvariantCulture, out var shards) && shards is >= 1 and <= 4_096;
        if (!number && !string.Equals(options.Shards, "auto", StringComparison.OrdinalIgnoreCase))
        {
            yield return "Discord:Shards must be \"auto\" or a number from 1 to 4096.";
        }
    }

    private static IEnumerable<string> Ranges(DiscordOptions options) => new DiscordRangesValidator().Validate(DiscordOptions.Section, options).Failures ?? [];
}

[OptionsValidator]
internal sealed partial class DiscordRangesValidator : IValidateOptions<DiscordOptions>;
