using System.Text.Json.Nodes;
using Bot.Discord;
using Bot.Library;
using Bot.Storage;
using Bot.Tests.FakeDiscord;
using Bot.Tests.Library;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging.Abstractions;

namespace Bot.Tests.Discord;

/// <summary>The daily list of servers.</summary>
public sealed class GuildListTests
{
    private static readonly ServerId Here = ServerId.From("800000000000000001")!.Value;
    private static readonly ServerId Gone = ServerId.From("800000000000000005")!.Value;

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    public static TheoryData<string> Deliveries => [.. DeliveryUnderTest.All.Select(static delivery => delivery.Name)];

    [Theory]
    [MemberData(nameof(Deliveries))]
    public async Task It_is_asked_for_by_every_delivery(string delivery)
    {
        await using var rig = await ClioRig.StartAsync(DeliveryUnderTest.Named(delivery));

        Assert.Single(rig.Services.GetServices<IHostedService>().OfType<GuildList>());
    }

    [Fact]
    public async Task Only_a_complete_list_counts_and_a_server_that_lists_lack_for_thirty_days_is_erased()
    {
        await using var rest = await RestRig.StartAsync();
        using var library = new LibraryRig();
        var time = new SteppedTime();
        foreach (var server in (ServerId[])[Here, Gone])
        {
            library.Get<ServerNames>().Add(server, "1", "the Pearl = Ondine");
        }

        rest.Fake.Application.GuildsPerPage = 2;
        foreach (var id in (string[])["800000000000000002", "800000000000000003", "800000000000000004"])
        {
            rest.Fake.Application.Guilds.Add(new JsonObject { ["id"] = id, ["name"] = "Another" });
        }

        using var list = new GuildList(rest.Rest, library.Get<GuildSweep>(), library.Get<Retention>(), time, NullLogger<GuildList>.Instance);
        await list.StartAsync(Cancellation);

        // The second page does not come: nothing follows from the first.
        rest.Fake.Script("GET", "/users/@me/guilds", FakeRestAnswer.Ok(rest.Fake.Application.GuildsAfter("")));
        rest.Fake.Script("GET", "/users/@me/guilds", FakeRestAnswer.Error(403, 0, "no"));
        await AfterAsync(rest, time, GuildList.First, GuildList.Again);
        Assert.Equal(2, rest.Fake.RequestsTo("GET", "/users/@me/guilds").Count);
        Assert.Empty(library.Get<ServerStore>().All());

        for (var day = 0; day <= 30; day++)
        {
            Assert.NotEmpty(library.Get<ServerNames>().All(Gone));
            await AfterAsync(rest, time, day == 0 ? GuildList.Again : GuildList.Every, GuildList.Every);
            library.Time.Advance(TimeSpan.FromDays(1));
        }

        await list.StopAsync(Cancellation);
        Assert.Equal(["", "?after=800000000000000002", "?after=800000000000000004"], rest.Fake.RequestsTo("GET", "/users/@me/guilds").Skip(2).Take(3).Select(static request => request.Subject.Replace("GET /users/@me/guilds", "", StringComparison.Ordinal)));
        Assert.Empty(library.Get<ServerNames>().All(Gone));
        Assert.NotEmpty(library.Get<ServerNames>().All(Here));
    }

    private static async Task AfterAsync(RestRig rest, SteppedTime time, TimeSpan wait, TimeSpan next)
    {
        await time.WaitForTimerAsync(wait, Cancellation);
        time.Advance(wait);

        // The requests keep to Discord's limits by a clock of their own.
        await rest.RunAsync(time.WaitForTimerAsync(next, Cancellation), TimeSpan.FromSeconds(1));
    }
}
