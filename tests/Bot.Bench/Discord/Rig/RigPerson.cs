using System.Text.Json.Nodes;

namespace Bot.Bench.Discord.Rig;

/// <summary>Who types, and where.</summary>
internal sealed record RigPerson
{
    public const string Id = "830000000000000001";

    private const string ManageServer = "32";
    private const string Nothing = "0";

    private string Server { get; init; } = "800000000000000001";

    private string Permissions { get; init; } = ManageServer;

    private string Role { get; init; } = "840000000000000001";

    private bool IsPrivate { get; init; }

    /// <summary>Null for a line that is about something else.</summary>
    public RigPerson? Become(string line) => line.Split(' ', StringSplitOptions.RemoveEmptyEntries) switch
    {
        ["as", "manager"] => this with { Permissions = ManageServer, IsPrivate = false },
        ["as", "member"] => this with { Permissions = Nothing, Role = "840000000000000001", IsPrivate = false },
        ["as", "role", var role] => this with { Permissions = Nothing, Role = role, IsPrivate = false },
        ["as", "private"] => this with { IsPrivate = true },
        ["server", var server] => this with { Server = server, IsPrivate = false },
        _ => null,
    };

    public JsonObject As(JsonObject interaction)
    {
        var member = interaction["member"]!.AsObject();
        if (IsPrivate)
        {
            interaction["user"] = member["user"]!.DeepClone();
            interaction.Remove("member");
            interaction.Remove("guild_id");
            (interaction["authorizing_integration_owners"], interaction["context"]) = (new JsonObject { ["0"] = "0" }, 1);
            return interaction;
        }

        (member["permissions"], member["roles"]) = (Permissions, new JsonArray(Role));
        (interaction["guild_id"], interaction["authorizing_integration_owners"]) = (Server, new JsonObject { ["0"] = Server });
        return interaction;
    }
}
