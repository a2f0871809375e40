using System.Globalization;

namespace Bot.Discord.Protocol;

internal sealed record GuildMember
{
    public User? User { get; init; }

    public string? Nick { get; init; }

    public IReadOnlyList<string>? Roles { get; init; }

    /// <summary>Effective permissions in the channel, a decimal bit set beyond 2^53; see <see cref="Has"/>.</summary>
    public string? Permissions { get; init; }

    /// <summary>Whether any of the bits is set; a text that is not a number grants nothing.</summary>
    public bool Has(Permissions any) =>
        UInt128.TryParse(Permissions, NumberStyles.None, CultureInfo.InvariantCulture, out var bits) && (bits & (ulong)any) != 0;
}
