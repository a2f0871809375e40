using Bot.Discord;
using Bot.Discord.Delivery;

namespace Bot.Tests.Discord;

public sealed class DiscordOptionsTests
{
    private static readonly string Key = new('a', 64);

    [Fact]
    public void A_token_is_all_that_the_gateway_needs_and_its_form_is_free() => Assert.Empty(Problems(new() { Token = "anything at all" }));

    [Fact]
    public void Every_problem_is_reported_at_once()
    {
        var problems = Problems(new()
        {
            Delivery = DeliveryMode.Http,
            ApiBaseUrl = "https://evil.test/api/v10",
            CdnHosts = ["evil.test", "127.0.0.1:80"],
            Shards = "many",
            Workers = 0,
            QueueLength = 0,
        });

        foreach (var part in new[] { "Discord:Token", "Discord:PublicKey", "Discord:ApiBaseUrl", "evil.test' is refused", "Discord:Shards", "Workers", "QueueLength" })
        {
            Assert.Contains(problems, problem => problem.Contains(part, StringComparison.Ordinal));
        }

        Assert.DoesNotContain(problems, problem => problem.Contains("'127.0.0.1:80'", StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("https://discord.com/api/v10", true)]
    [InlineData("http://127.0.0.1:8080/api/v10", true)]
    [InlineData("http://[::1]:8080/api/v10", true)]
    [InlineData("http://discord.com/api/v10", false)]
    [InlineData("https://discord.com:8443/api/v10", false)]
    [InlineData("https://user@discord.com/api/v10", false)]
    [InlineData("http://user@127.0.0.1/api/v10", false)]
    [InlineData("https://discord.com.evil.test/api/v10", false)]
    [InlineData("http://localhost.evil.test/", false)]
    [InlineData("http://10.0.0.1/api/v10", false)]
    [InlineData("ftp://127.0.0.1/", false)]
    [InlineData("/api/v10", false)]
    public void Only_Discord_and_this_machine_are_asked(string address, bool isAccepted) =>
        Assert.Equal(isAccepted, Problems(new() { Token = "t", ApiBaseUrl = address }).Count == 0);

    [Fact]
    public void A_build_without_Discord_Net_says_how_to_get_it()
    {
        var problems = Problems(new() { Token = "t", Delivery = DeliveryMode.DiscordNet });

        if (DiscordNetBuild.IsIncluded)
        {
            Assert.Empty(problems);
        }
        else
        {
            Assert.Contains("-p:DiscordNet=true", Assert.Single(problems), StringComparison.Ordinal);
        }
    }

    [Theory]
    [InlineData("auto", true)]
    [InlineData("AUTO", true)]
    [InlineData("1", true)]
    [InlineData("16", true)]
    [InlineData("0", false)]
    [InlineData("-1", false)]
    [InlineData("1.5", false)]
    public void Shards_are_auto_or_a_number(string shards, bool isAccepted) =>
        Assert.Equal(isAccepted, Problems(new() { Token = "t", Shards = shards }).Count == 0);

    [Theory]
    [InlineData("aa", false)]
    [InlineData("zz", false)]
    [InlineData("", false)]
    public void A_public_key_has_64_digits(string key, bool isAccepted)
    {
        Assert.Equal(isAccepted, Problems(new() { Token = "t", Delivery = DeliveryMode.Http, PublicKey = key }).Count == 0);
        Assert.Empty(Problems(new() { Token = "t", Delivery = DeliveryMode.Http, PublicKey = " " + Key.ToUpperInvariant() + "\n" }));
    }

    [Fact]
    public void A_token_may_stand_in_a_file()
    {
        var file = Path.GetTempFileName();
        try
        {
            Assert.Single(Problems(new() { TokenFile = file }));
            File.WriteAllText(file, "from a secret\n");

            Assert.Empty(Problems(new() { TokenFile = file }));
            Assert.Single(Problems(new() { TokenFile = file, Token = "t" }));
            Assert.Equal("from a secret", new BotToken(Microsoft.Extensions.Options.Options.Create(new DiscordOptions { TokenFile = file })).Value);
        }
        finally
        {
            File.Delete(file);
        }

        Assert.Contains("cannot be read", Assert.Single(Problems(new() { TokenFile = file })));
    }

    private static List<string> Problems(DiscordOptions options) => [.. new DiscordOptionsValidator().Validate(null, options).Failures ?? []];
}
