using System.Net;
using Bot.Discord;
using Bot.Discord.Protocol;
using Bot.Discord.Rest.Cdn;
using Bot.Tests.FakeDiscord;

namespace Bot.Tests.Discord.Rest;

public sealed class AttachmentDownloadTests
{
    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Theory, Trait("Rule", "83")]
    [InlineData("https://cdn.discordapp.com/attachments/1/2/a.vtt?ex=1&is=2&hm=3", true)]
    [InlineData("https://media.discordapp.net/attachments/1/2/a.vtt", true)]
    [InlineData("http://cdn.discordapp.com/a", false)]
    [InlineData("https://cdn.discordapp.com.evil.test/a", false)]
    [InlineData("https://user@cdn.discordapp.com/a", false)]
    [InlineData("https://cdn.discordapp.com:8443/a", false)]
    [InlineData("https://cdn.discordapp.com@evil.test/a", false)]
    [InlineData("https://127.0.0.1/a", false)]
    [InlineData("http://127.0.0.1:9/a", false)]
    [InlineData("file:///etc/passwd", false)]
    [InlineData("/a", false)]
    public void Only_Discords_own_hosts_are_allowed(string url, bool isAllowed) =>
        Assert.Equal(isAllowed, new AttachmentPolicy(Microsoft.Extensions.Options.Options.Create(new DiscordOptions())).Allows(new Uri(url, UriKind.RelativeOrAbsolute)));

    [Theory, Trait("Rule", "83")]
    [InlineData("10.1.2.3")]
    [InlineData("127.0.0.1")]
    [InlineData("169.254.169.254")]
    [InlineData("::1")]
    [InlineData("::ffff:10.0.0.1")]
    [InlineData("fe80::1")]
    [InlineData("fd00::1")]
    [InlineData("0.0.0.0")]
    [InlineData("100.64.0.1")]
    public async Task A_name_that_leads_inside_is_not_connected_to(string address)
    {
        var policy = new AttachmentPolicy(Microsoft.Extensions.Options.Options.Create(new DiscordOptions()))
        {
            Resolve = (_, _) => Task.FromResult<IPAddress[]>([IPAddress.Parse(address)]),
        };
        using var client = new HttpClient(policy.CreateHandler());

        var failure = await Assert.ThrowsAsync<HttpRequestException>(() => client.GetAsync(new Uri("https://cdn.discordapp.com/a"), Cancellation));

        Assert.Contains("public address", failure.ToString());
        Assert.False(PublicAddress.IsPublic(IPAddress.Parse(address)));
        Assert.True(PublicAddress.IsPublic(IPAddress.Parse("162.159.129.233")));
    }

    [Fact, Trait("Rule", "83"), Trait("Rule", "85")]
    public async Task A_file_is_fetched_once_without_token_and_without_following()
    {
        await using var rig = await Rig.StartAsync();
        var content = "WEBVTT"u8.ToArray();
        var file = rig.Cdn.Put("/file", content);
        var moved = rig.Cdn.Put("/moved", context =>
        {
            context.Response.StatusCode = 302;
            context.Response.Headers.Location = file;
            return Task.CompletedTask;
        });

        var fetched = Assert.IsType<AttachmentResult.Fetched>(await rig.FetchAsync(file, content.Length));
        Assert.IsType<AttachmentResult.Unavailable>(await rig.FetchAsync(moved, content.Length));
        Assert.IsType<AttachmentResult.Expired>(await rig.FetchAsync(file + "-gone", content.Length));
        Assert.IsType<AttachmentResult.NotAllowed>(await rig.FetchAsync("http://127.0.0.1:1/file", content.Length));

        Assert.Equal(content, fetched.Content.ToArray());
        var requests = rig.Rest.Fake.Journal.Entries.Where(entry => entry.Kind == "cdn").ToList();
        Assert.Equal(["GET /file", "GET /moved", "GET /file-gone"], requests.Select(request => request.Subject));
        Assert.All(requests, request => Assert.DoesNotContain("Authorization", request.Headers.Keys));
    }

    [Fact, Trait("Rule", "84")]
    public async Task A_file_that_is_not_what_was_announced_is_refused_within_bounds()
    {
        await using var rig = await Rig.StartAsync();
        var endless = rig.Cdn.Put("/endless", async context =>
        {
            while (!context.RequestAborted.IsCancellationRequested)
            {
                await context.Response.Body.WriteAsync(new byte[8192], context.RequestAborted);
            }
        });
        var small = rig.Cdn.Put("/small", "abc"u8.ToArray());

        Assert.IsType<AttachmentResult.TooLarge>(await rig.FetchAsync(endless, 10, maxBytes: 100_000));
        Assert.IsType<AttachmentResult.TooLarge>(await rig.FetchAsync(small, 200_000, maxBytes: 100_000));
        Assert.IsType<AttachmentResult.Unavailable>(await rig.FetchAsync(small, 4));
        Assert.IsType<AttachmentResult.Unavailable>(await rig.FetchAsync(small, 2));
    }

    [Fact, Trait("Rule", "84")]
    public async Task A_dripping_file_is_given_up_after_its_time()
    {
        await using var rig = await Rig.StartAsync();
        var begun = new TaskCompletionSource();
        var slow = rig.Cdn.Put("/slow", async context =>
        {
            await context.Response.Body.WriteAsync("a"u8.ToArray(), context.RequestAborted);
            await context.Response.Body.FlushAsync(context.RequestAborted);
            begun.SetResult();
            await Task.Delay(Timeout.Infinite, context.RequestAborted);
        });

        var fetching = rig.FetchAsync(slow, 100);
        await begun.Task.WaitAsync(Cancellation);
        rig.Rest.Time.Advance(TimeSpan.FromSeconds(61));

        Assert.IsType<AttachmentResult.Unavailable>(await fetching);
    }

    private sealed class Rig(RestRig rest, FakeCdn cdn) : IAsyncDisposable
    {
        public RestRig Rest => rest;

        public FakeCdn Cdn => cdn;

        public static async Task<Rig> StartAsync()
        {
            var cdn = await FakeCdn.StartAsync(new Journal(TimeProvider.System), Cancellation);
            var rest = await RestRig.StartAsync(("Discord:CdnHosts:0", cdn.Authority));
            cdn.Journal = rest.Fake.Journal;
            return new Rig(rest, cdn);
        }

        public Task<AttachmentResult> FetchAsync(string url, long size, int maxBytes = 1_000_000) =>
            rest.Get<AttachmentDownload>().FetchAsync(new Attachment { Id = "1", Url = url, Size = size, Filename = "../../x" }, maxBytes, Cancellation);

        public async ValueTask DisposeAsync()
        {
            await rest.DisposeAsync();
            await cdn.DisposeAsync();
        }
    }
}
