using System.Text.Json.Nodes;
using Bot.Discord.Commands;
using Bot.Tests.FakeDiscord.Oracle;

namespace Bot.Tests.Discord.Commands;

public sealed class ApplicationCommandsTests
{
    [Fact]
    [Trait("Rule", "73")]
    public void The_list_is_one_that_Discord_takes()
    {
        var list = JsonNode.Parse(ApplicationCommands.Json());

        Assert.Empty(BodyOracle.Check(BodyKind.Commands, list));
        Assert.Equal(["ask", "lectures", "help", "privacy", "Find in lectures", "library", "reindex", "questions", "names", "answers", "settings"], list!.AsArray().Select(static command => command!["name"]!.GetValue<string>()));
    }

    [Fact]
    public void Every_name_and_description_is_there_in_German_Spanish_and_French()
    {
        var missing = Json.Objects(JsonNode.Parse(ApplicationCommands.Json())).SelectMany(Through)
            .SelectMany(static part => new[] { "name", "description" }.Where(part.ContainsKey).Select(member => (Part: part, Member: member)))
            .Where(static one => one.Part[one.Member + "_localizations"] is not JsonObject { Count: 3 });

        Assert.Empty(missing);
    }

    private static IEnumerable<JsonObject> Through(JsonObject part) => Json.Objects(part["options"]).SelectMany(Through).Prepend(part);
}
