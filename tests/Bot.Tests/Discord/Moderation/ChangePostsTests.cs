using Bot.Chat.Moderation;
using Bot.Discord.Commands.Moderation;
using Bot.Storage;
using Bot.Tests.FakeDiscord;

namespace Bot.Tests.Discord.Moderation;

/// <summary>Changes told in a channel of the server's choice.</summary>
public sealed class ChangePostsTests
{
    private const string Channel = "820000000000000009";

    private static readonly ServerId Home = ModeratorRig.Server(ModeratorRig.Home);

    [Fact]
    [Trait("Rule", "76")]
    public async Task Every_change_is_told_there_and_those_of_other_servers_are_not()
    {
        await using var rig = await ModeratorRig.StartAsync();
        await rig.SendAsync(rig.Picked(ModeratorId.Pick(ServerSetting.Log), "channels", Channel));

        await rig.PublishAsync("@everyone", "The mill of Osk ground barley.\n");
        await rig.PublishAsync("Elsewhere", "The mill of Tarn ground rye.\n", ModeratorRig.Elsewhere);
        await rig.SendAsync(rig.Command("names add", ("names", "the Pearl = Ondine")));
        var posts = rig.Clio.Rest.Channels;
        await Eventually.TrueAsync(() => posts.Posts.Count == 4);

        Assert.All(posts.Posts, static post => Assert.Equal(Channel, post.Channel));
        Assert.Contains(posts.Posts, static post => post.Text.Contains("library add", StringComparison.Ordinal) && post.Text.Contains($"<@{ClioRig.Asker}>", StringComparison.Ordinal));
        Assert.DoesNotContain(posts.Posts, static post => post.Text.Contains("Elsewhere", StringComparison.Ordinal) || post.Text.Contains("@everyone", StringComparison.Ordinal));
        Assert.Contains(posts.Posts, static post => post.Text.Contains("the Pearl", StringComparison.Ordinal));
    }

    [Fact]
    public async Task A_channel_that_refuses_is_not_taken_and_one_that_comes_to_refuse_is_named_in_the_settings()
    {
        await using var rig = await ModeratorRig.StartAsync();
        var channels = rig.Clio.Rest.Channels;
        channels.Refusals[Channel] = FakeRestAnswer.Error(403, 50013, "Missing Permissions");

        var refused = await rig.SendAsync(rig.Picked(ModeratorId.Pick(ServerSetting.Log), "channels", Channel));
        Assert.Contains("Give me View Channel, Send Messages and Embed Links", ModeratorRig.Shown(refused), StringComparison.Ordinal);
        Assert.Null(rig.Get<Bot.Library.Settings>().Get(Home).LogChannel);

        channels.Refusals.Clear();
        await rig.SendAsync(rig.Picked(ModeratorId.Pick(ServerSetting.Log), "channels", Channel));
        await Eventually.TrueAsync(() => channels.Posts.Count == 2);
        channels.Refusals[Channel] = FakeRestAnswer.Error(403, 50013, "Missing Permissions");
        for (var i = 0; i < 5; i++)
        {
            await rig.SendAsync(rig.Command("names add", ("names", $"Pearl{i} = Ondine")));
        }

        await Eventually.TrueAsync(() => rig.Get<ChangePosts>().Problem(Home) is not null);
        Assert.Contains("Give me View Channel", ModeratorRig.Shown(await rig.SendAsync(rig.Command("settings show"))), StringComparison.Ordinal);
        Assert.Equal(4, rig.Clio.Rest.RequestsTo("POST", $"/channels/{Channel}/messages").Count);
        Assert.Contains("Pearl4", ModeratorRig.Shown(await rig.SendAsync(rig.Command("library history"))), StringComparison.Ordinal);
    }
}
