using Bot.Discord;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;

namespace Bot.Tests.FakeDiscord;

/// <summary>
/// A way for interactions to reach Clio, as a parameter: what members see must be the same by each. Another delivery joins
/// <see cref="All"/> and gets every end-to-end test.
/// </summary>
/// <param name="IsHttp">The rig posts signed interactions; else it dispatches them over its gateway.</param>
internal sealed record DeliveryUnderTest(string Name, bool IsHttp, Func<IConfiguration, Action<IServiceCollection>, IHost> Build)
{
    public static DeliveryUnderTest Gateway { get; } = new("gateway", IsHttp: false, Program);

    public static DeliveryUnderTest Http { get; } = new("http", IsHttp: true, Program);

    public static IReadOnlyList<DeliveryUnderTest> All { get; } = [Gateway, Http];

    public static DeliveryUnderTest Named(string name) => All.Single(delivery => delivery.Name == name);

    private static IHost Program(IConfiguration settings, Action<IServiceCollection> change) => DiscordProgram.Build(settings, Repository.Root, change);
}
