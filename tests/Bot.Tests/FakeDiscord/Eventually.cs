using System.Text.Json.Nodes;

namespace Bot.Tests.FakeDiscord;

/// <summary>What Clio does after it has answered, and a test must wait for.</summary>
internal static class Eventually
{
    public static async Task TrueAsync(Func<bool> holds)
    {
        while (!holds())
        {
            await Task.Delay(1, TestContext.Current.CancellationToken);
        }
    }

    /// <summary>The same interaction once more, as another.</summary>
    public static JsonObject With(this JsonObject interaction, string member, long id)
    {
        interaction[member] = id.ToString(System.Globalization.CultureInfo.InvariantCulture);
        interaction["token"] = Samples.Token(id);
        return interaction;
    }
}
