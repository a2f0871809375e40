using System.Text.Json.Nodes;
using Bot.Tests.FakeDiscord.Oracle;

namespace Bot.Tests.Discord.Oracle;

/// <summary>The judge itself is judged: a validator that accepts or rejects everything would go unnoticed otherwise.</summary>
public sealed class BodyOracleTests
{
    // Valid as documented, and not in the specification's form, which is the one we send.
    private static readonly string[] OtherForm = ["i-valid-perms-string", "ii-valid-attachment-id-number"];

    private static JsonArray Cases => JsonNode.Parse(File.ReadAllText(Repository.Data("discord", "cases.json")))!.AsArray();

    [Fact]
    public void The_corpus_is_whole()
    {
        Assert.Equal(113, Cases.Count);
        Assert.Equal(21, Cases.Count(one => one!["docs_ok"]!.GetValue<bool>()));
    }

    [Fact]
    public void Every_vector_comes_out_as_listed()
    {
        if (OpenApi.Shared is null)
        {
            Assert.Skip(OpenApi.Absent);
        }

        var wrong = Cases.Where(one => IsAccepted(one!) != (one!["docs_ok"]!.GetValue<bool>() && !OtherForm.Contains(Id(one))))
            .Select(one => $"{Id(one!)}: {string.Join("; ", BodyOracle.Check(Kind(one!), one!["body"]))}");

        Assert.Empty(wrong);
    }

    [Fact]
    public void The_documented_rules_alone_reject_no_valid_body()
    {
        var wrong = Cases.Where(one => one!["docs_ok"]!.GetValue<bool>() && BodyOracle.ByRules(Kind(one), one["body"]).Count > 0).Select(one => Id(one!));

        Assert.Empty(wrong);
    }

    [Fact]
    public void The_documented_rules_alone_find_what_the_specification_cannot_express()
    {
        var found = Cases.Count(one => !one!["docs_ok"]!.GetValue<bool>() && BodyOracle.ByRules(Kind(one), one["body"]).Count > 0);

        Assert.InRange(found, 24, 92);
    }

    [Theory]
    [InlineData("""[{"name":"a","description":"d","options":[{"type":1,"name":"s","description":"d"},{"type":3,"name":"t","description":"d"}]}]""")]
    [InlineData("""[{"name":"a","description":"d","options":[{"type":3,"name":"t","description":"d"},{"type":2,"name":"g","description":"d","options":[{"type":1,"name":"s","description":"d"}]}]}]""")]
    [InlineData("""[{"name":"a","description":"d","options":[{"type":2,"name":"g","description":"d","options":[{"type":1,"name":"s","description":"d"},{"type":5,"name":"t","description":"d"}]}]}]""")]
    public void A_command_has_subcommands_or_plain_options_never_both(string body)
    {
        var violations = BodyOracle.ByRules(BodyKind.Commands, JsonNode.Parse(body));

        Assert.Contains(violations, violation => violation.Contains("subcommands and plain options together"));
    }

    [Theory]
    [InlineData("""{"content":"x"}""")]
    [InlineData("""{"content":"x","allowed_mentions":{"parse":["users"]}}""")]
    [InlineData("""{"content":"x","allowed_mentions":{"parse":[],"users":["1"]}}""")]
    [InlineData("""{"content":"x","allowed_mentions":{"parse":[],"replied_user":true}}""")]
    public void A_message_that_could_ping_is_a_violation(string message) => Assert.NotEmpty(MessageRules.NoPings(JsonNode.Parse(message)));

    private static bool IsAccepted(JsonNode one) => BodyOracle.Check(Kind(one), one["body"]).Count == 0;

    private static string Id(JsonNode one) => one["id"]!.GetValue<string>();

    private static BodyKind Kind(JsonNode one) => one["kind"]!.GetValue<string>() switch
    {
        "bulk" => BodyKind.Commands,
        "callback" => BodyKind.Callback,
        "followup" => BodyKind.FollowUp,
        var other => throw new InvalidOperationException(other),
    };
}
