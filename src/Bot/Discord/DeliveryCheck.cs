using Bot.Discord.Protocol;
using Bot.Discord.Rest;
using Microsoft.Extensions.Options;

namespace Bot.Discord;

/// <summary>
/// Whether Discord delivers where Clio listens. With an interactions endpoint set in the developer portal the gateway gets nothing,
/// and without one the endpoint gets nothing; neither shows by itself.
/// </summary>
internal sealed partial class DeliveryCheck(DiscordRest rest, IOptions<DiscordOptions> options, DiscordHealth health, ILogger<DeliveryCheck> logger)
{
    /// <summary>The application's id; null if Discord could not be asked.</summary>
    public async Task<string?> RunAsync(CancellationToken cancellation)
    {
        try
        {
            var application = await rest.GetApplicationAsync(cancellation);
            var mismatch = Mismatch(application, options.Value);
            health.SetMismatch(mismatch);
            if (mismatch is not null)
            {
                LogMismatch(mismatch);
            }

            return application.Id;
        }
        catch (DiscordRestException e)
        {
            LogNotAsked(e.Message);
            if (e.Status == StatusCodes.Status401Unauthorized)
            {
                health.SetMismatch("Discord refused the token (401); check Discord:Token");
            }

            return null;
        }
    }

    internal static string? Mismatch(Application application, DiscordOptions options) => (options.Delivery, application.InteractionsEndpointUrl) switch
    {
        (not DeliveryMode.Http, { Length: > 0 } endpoint) =>
            $"Discord sends interactions to {endpoint}, not to the gateway: remove the interactions endpoint URL in the developer portal, or set Discord:Delivery to Http",
        (DeliveryMode.Http, null or "") =>
            "Discord sends interactions to the gateway: set the interactions endpoint URL in the developer portal to this server's /interactions, or set Discord:Delivery to Gateway",
        (DeliveryMode.Http, _) when application.VerifyKey is { } key && !string.Equals(key, options.PublicKey?.Trim(), StringComparison.OrdinalIgnoreCase) =>
            "Discord:PublicKey is not the public key of this application: copy it again from the developer portal",
        _ => null,
    };

    [LoggerMessage(LogLevel.Error, "No interaction will arrive: {Reason}")]
    private partial void LogMismatch(string reason);

    [LoggerMessage(LogLevel.Warning, "Whether Discord delivers here could not be checked: {Reason}")]
    private partial void LogNotAsked(string reason);
}
