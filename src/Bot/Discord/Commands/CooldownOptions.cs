using System.ComponentModel.DataAnnotations;
using Microsoft.Extensions.Options;

namespace Bot.Discord.Commands;

/// <summary>How much one member, and one server, may ask. Typing in a command costs nothing.</summary>
internal sealed class CooldownOptions
{
    public const string Section = "Discord:Cooldowns";

    /// <summary>Commands and buttons that a member may send in a row.</summary>
    [Range(1, 1_000)]
    public int UserBurst { get; set; } = 10;

    /// <summary>How many more a member gets in a minute.</summary>
    [Range(1, 6_000)]
    public int UserPerMinute { get; set; } = 20;

    /// <summary>The same for all members of a server together.</summary>
    [Range(1, 100_000)]
    public int ServerBurst { get; set; } = 120;

    [Range(1, 600_000)]
    public int ServerPerMinute { get; set; } = 300;
}

[OptionsValidator]
internal sealed partial class CooldownOptionsValidator : IValidateOptions<CooldownOptions>;
