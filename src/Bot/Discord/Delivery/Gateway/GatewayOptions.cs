using System.ComponentModel.DataAnnotations;
using System.Globalization;
using Microsoft.Extensions.Options;

namespace Bot.Discord.Delivery.Gateway;

internal sealed class GatewayOptions
{
    public const string Section = "Discord:Gateway";

    /// <summary>A number, or "auto": as many as Discord recommends.</summary>
    [RegularExpression("auto|[1-9][0-9]{0,3}")]
    public string Shards { get; set; } = "auto";

    /// <summary>Interactions need none.</summary>
    [Range(0, int.MaxValue)]
    public int Intents { get; set; }

    /// <summary>IDENTIFYs a day over all shards. At 1,000 Discord resets the token.</summary>
    [Range(2, 900)]
    public int DailyIdentifies { get; set; } = 400;

    /// <summary>IDENTIFYs that Discord still allows and that only a person's order may spend.</summary>
    [Range(0, 500)]
    public int IdentifyReserve { get; set; } = 50;

    /// <summary>Seconds from an open socket to HELLO.</summary>
    [Range(2, 120)]
    public int HelloTimeout { get; set; } = 20;

    /// <summary>The longest wait in seconds between attempts that spend no IDENTIFY.</summary>
    [Range(5, 600)]
    public int ConnectBackoffCap { get; set; } = 60;

    /// <summary>The longest wait in seconds between IDENTIFYs; below 600 a permanent fault would cost too many a day.</summary>
    [Range(600, 7200)]
    public int IdentifyBackoffCap { get; set; } = 600;

    /// <summary>A session that lasted this many seconds clears what went wrong before it.</summary>
    [Range(10, 600)]
    public int StableAfter { get; set; } = 60;

    /// <summary>RESUMEs that may fail in a row before the session is given up.</summary>
    [Range(1, 10)]
    public int ResumeAttempts { get; set; } = 3;

    /// <summary>Minutes for which a session is worth resuming after a restart or an outage; Discord says "a few".</summary>
    [Range(0, 60)]
    public int ResumeWithin { get; set; } = 5;

    /// <summary>Minutes without any interaction after which the sessions are renewed; 0 = never. Doubles up to a day while nothing comes.</summary>
    [Range(0, 10080)]
    public int SilenceLimit { get; set; } = 360;

    /// <summary>Null = auto.</summary>
    public int? ShardCount => Shards == "auto" ? null : int.Parse(Shards, CultureInfo.InvariantCulture);
}

[OptionsValidator]
internal sealed partial class GatewayOptionsValidator : IValidateOptions<GatewayOptions>;
