using System.Text.Json;
using System.Text.Json.Nodes;
using Bot.Discord.Delivery;
using Bot.Discord.Protocol;
using Bot.Tests.FakeDiscord;
using Bot.Tests.FakeDiscord.Oracle;
using CsCheck;

namespace Bot.Tests.Discord.Protocol;

public sealed class ProtocolTests
{
    private static readonly JsonObject[] All =
    [
        Samples.Command(1), Samples.MessageCommand(2), Samples.Button(3), Samples.Select(4), Samples.Autocomplete(5), Samples.Modal(6),
    ];

    [Fact]
    public void An_interaction_is_read_with_what_matters()
    {
        var command = Samples.Read(Samples.Command(1, "why did Moscow get rid of Khrushchev?"));
        var message = Samples.Read(Samples.MessageCommand(2));
        var modal = Samples.Read(Samples.Modal(6));

        Assert.Equal(InteractionType.ApplicationCommand, command.Type);
        Assert.Equal("why did Moscow get rid of Khrushchev?", command.Data?.Options?[0].Text);
        Assert.Equal("830000000000000001", command.Invoker?.Id);
        Assert.Equal(InteractionContext.Guild, command.Context);
        Assert.Equal("800000000000000001", command.InstallingGuild);
        Assert.Equal("Khrushchev fell in 1964", message.Data?.Resolved?.Messages?[message.Data.TargetId!].Content);
        Assert.True(Samples.Read(Samples.Autocomplete(5)).Data?.Options?[0].Focused);
        var label = Assert.IsType<Component.Labelled>(modal.Data?.Components?[0]);
        Assert.Equal("typed", Assert.IsType<Component.TextInput>(label.Input).Value);
    }

    [Fact]
    public void The_token_is_not_in_an_interactions_text() => Assert.DoesNotContain(Samples.TokenPrefix, Samples.Read(Samples.Command(1)).ToString());

    [Fact]
    public void Unknown_members_and_kinds_never_throw()
    {
        // Whatever Discord adds: a member anywhere, another number for a kind, null for what may be null.
        var addition = OneOf("""{"new":[1,{"type":99}]}""", "\"text\"", "7", "null", "[]");
        Gen.Select(Gen.Int[0, All.Length - 1], Gen.Int[0, 200], addition).Sample(
            (sample, place, value) =>
            {
                var json = All[sample].DeepClone().AsObject();
                // Maps by id have no members that could be new.
                var objects = Objects(json).Where(one => one.ContainsKey("id") || one.ContainsKey("type") || one.ContainsKey("custom_id")).ToList();
                objects[place % objects.Count]["brand_new"] = JsonNode.Parse(value);
                foreach (var typed in objects.Where((one, index) => (index + place) % 3 == 0 && one["type"] is not null))
                {
                    typed["type"] = 90 + (place % 10);
                }

                return Samples.Read(json).Id == Json.Text(json["id"]);
            },
            iter: 5_000,
            seed: "0N0XIzNsQ0O2");
    }

    [Fact]
    public void Whatever_shape_members_have_there_is_something_to_answer()
    {
        var oddity = OneOf("{}", "[]", "\"x\"", "1", "1e99", "-1", "true", "null", "[[]]", "{\"type\":{}}");
        Gen.Select(Gen.Int[0, All.Length - 1], Gen.Int[0, 200], Gen.Int[0, 50], oddity).Sample(
            (sample, place, member, value) =>
            {
                var json = All[sample].DeepClone().AsObject();
                var objects = Objects(json).ToList();
                var target = objects[place % objects.Count];
                var key = target.Select(pair => pair.Key).ElementAt(member % target.Count);
                if (ReferenceEquals(target, json) && key is "id" or "token")
                {
                    return true;
                }

                target[key] = JsonNode.Parse(value);
                return InteractionReader.Read(Samples.Element(json)) is { Token.Length: > 0 };
            },
            iter: 10_000,
            seed: "0N0XIzNsQ0O2");
    }

    [Fact]
    public void Permissions_beyond_53_bits_are_read_whole()
    {
        Assert.True(new GuildMember { Permissions = "4503599627370504" }.Has(Permissions.Administrator));
        Assert.False(new GuildMember { Permissions = "4503599627370496" }.Has(Permissions.Administrator | Permissions.ManageGuild));
        Assert.True(new GuildMember { Permissions = "36893488147419103264" }.Has(Permissions.ManageGuild));
        Assert.False(new GuildMember { Permissions = "all" }.Has(Permissions.ManageGuild));
        Assert.False(new GuildMember().Has(Permissions.ManageGuild));
    }

    [Fact, Trait("Rule", "76")]
    public void Every_message_and_every_edit_says_that_nobody_is_pinged()
    {
        var create = new MessageCreate { Content = "@everyone <@1> <@&1>" };
        foreach (var json in new[]
        {
            JsonSerializer.SerializeToNode(create, DiscordJson.Default.MessageCreate),
            JsonSerializer.SerializeToNode(create.ToEdit(), DiscordJson.Default.MessageEdit),
            Callback(new InteractionResponse.Reply(create))!["data"],
            Callback(new InteractionResponse.Update(create.ToEdit()))!["data"],
        })
        {
            Assert.Empty(MessageRules.NoPings(json));
        }
    }

    [Fact, Trait("Rule", "79")]
    public void Components_of_every_kind_are_written_as_Discord_reads_them()
    {
        var message = new MessageCreate
        {
            Flags = MessageFlags.ComponentsV2 | MessageFlags.Ephemeral,
            Components =
            [
                new Component.Container
                {
                    AccentColor = 0x8B5E3C,
                    Components =
                    [
                        new Component.TextDisplay { Content = "**because**" },
                        new Component.Separator { Divider = true, Spacing = 1 },
                        new Component.Section
                        {
                            Components = [new Component.TextDisplay { Content = "more" }],
                            Accessory = Component.Button.Link(new Uri("https://example.org/lecture?t=61"), "Watch"),
                        },
                        new Component.ActionRow
                        {
                            Components = [Component.Button.Action("a:1", "◀"), Component.Button.Action("a:2", "▶", ButtonStyle.Primary)],
                        },
                        new Component.ActionRow
                        {
                            Components = [new Component.StringSelect { CustomId = "s", Options = [new SelectOption("One", "1")] }],
                        },
                    ],
                },
            ],
        };

        Assert.Empty(BodyOracle.Check(BodyKind.Callback, Callback(new InteractionResponse.Reply(message))));
        Assert.Empty(BodyOracle.Check(BodyKind.FollowUp, JsonSerializer.SerializeToNode(message, DiscordJson.Default.MessageCreate)));
        Assert.Empty(BodyOracle.Check(BodyKind.Edit, JsonSerializer.SerializeToNode(message.ToEdit(), DiscordJson.Default.MessageEdit)));
        Assert.Equal(JsonSerializer.Serialize(message.Components![0], DiscordJson.Default.Component), Again(message.Components[0]));
    }

    [Fact, Trait("Rule", "79")]
    public void Embeds_forms_and_choices_are_written_as_Discord_reads_them()
    {
        var embed = new Embed
        {
            Title = "Khrushchev",
            Description = "because",
            Url = "https://example.org/",
            Color = 1,
            Author = new EmbedAuthor("Series"),
            Footer = new EmbedFooter("0:01"),
            Fields = [new EmbedField("a", "b", true)],
        };
        var form = new ModalForm("form:1", "Title", [new Component.Labelled
        {
            Text = "Question",
            Input = new Component.TextInput { CustomId = "q", Style = TextInputStyle.Short, Required = true },
        }, new Component.Labelled { Text = "File", Input = new Component.FileInput { CustomId = "f", MaxValues = 1 } }]);

        foreach (var response in new InteractionResponse[]
        {
            new InteractionResponse.Pong(),
            new InteractionResponse.Reply(new MessageCreate { Content = "x", Embeds = [embed] }),
            new InteractionResponse.DeferredUpdate(),
            new InteractionResponse.Modal(form),
            new InteractionResponse.Choices(new ChoiceList([CommandChoice.Of("One", "1")])),
        })
        {
            Assert.Empty(BodyOracle.Check(BodyKind.Callback, Callback(response)));
        }
    }

    [Fact]
    public void An_edit_removes_what_it_does_not_name()
    {
        var edit = JsonSerializer.Serialize(new MessageEdit(), DiscordJson.Default.MessageEdit);

        Assert.Equal("""{"content":null,"embeds":[],"components":[],"attachments":[],"allowed_mentions":{"parse":[]}}""", edit);
    }

    private static Gen<string> OneOf(params string[] values) => Gen.Int[0, values.Length - 1].Select(index => values[index]);

    private static JsonNode? Callback(InteractionResponse response) => JsonSerializer.SerializeToNode(response, DiscordJson.Default.InteractionResponse);

    private static string Again(Component component) => JsonSerializer.Serialize(
        JsonSerializer.Deserialize(JsonSerializer.Serialize(component, DiscordJson.Default.Component), DiscordJson.Default.Component)!,
        DiscordJson.Default.Component);

    private static IEnumerable<JsonObject> Objects(JsonNode? node) => node switch
    {
        JsonObject members => members.Select(member => member.Value).SelectMany(Objects).Prepend(members),
        JsonArray items => items.SelectMany(Objects),
        _ => [],
    };
}
