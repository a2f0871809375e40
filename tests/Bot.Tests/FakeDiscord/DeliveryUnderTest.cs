using Bot.Discord;
using Bot.Discord.Delivery;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;

namespace Bot.Tests.FakeDiscord;

/// <summary>
/// A way for interactions to reach Clio, as a parameter: what members see must be the same by each. Another delivery joins
/// <see cref="All"/> and gets every end-to-end test.
/// </summary>
/// <param name="IsIncluded">Not every build has every delivery; its tests are then skipped, and say so.</param>
internal sealed record DeliveryUnderTest(string Name, DeliveryMode Mode, bool IsIncluded, Func<IConfiguration, Action<IServiceCollection>, IHost> Build)
{
    public static DeliveryUnderTest Gateway { get; } = new("gateway", DeliveryMode.Gateway, IsIncluded: true, Program);

    public static DeliveryUnderTest Http { get; } = new("http", DeliveryMode.Http, IsIncluded: true, Program);

    public static DeliveryUnderTest DiscordNet { get; } = new("Discord.Net", DeliveryMode.DiscordNet, DiscordNetBuild.IsIncluded, Program);

    public static IReadOnlyList<DeliveryUnderTest> All { get; } = [Gateway, Http, DiscordNet];

    /// <summary>The rig posts signed interactions; else it dispatches them over its gateway.</summary>
    public bool IsHttp => Mode == DeliveryMode.Http;

    public static DeliveryUnderTest Named(string name)
    {
        var named = All.Single(delivery => delivery.Name == name);
        Assert.SkipUnless(named.IsIncluded, $"This build does not include {name}: it needs -p:DiscordNet=true.");
        return named;
    }

    private static IHost Program(IConfiguration settings, Action<IServiceCollection> change) => DiscordProgram.Build(settings, Repository.Root, change);
}
