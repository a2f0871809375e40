namespace Bot.Tests.Layering;

/// <summary>The dependencies that the design allows, read off the source: who may name whom.</summary>
public class LayeringTests
{
    private static readonly string[] Way = ["Transcripts", "Passages", "Semantics", "Indexing", "Searching", "Answers"];

    /// <summary>System.Net itself is not among them: it also holds the decoding of HTML.</summary>
    private static readonly string[] Network =
    [
        "System.Net.Http", "System.Net.Sockets", "System.Net.WebSockets", "System.Net.Security", "System.Net.NetworkInformation", "HttpClient", "IHttpClientFactory", "HttpRequestMessage", "HttpMessageHandler", "SocketsHttpHandler", "HttpListener",
        "ClientWebSocket", "WebSocket", "Socket", "TcpClient", "TcpListener", "UdpClient",
    ];

    private static readonly string[] Discord = ["Bot.Discord", "Discord.", "using Discord"];

    private static readonly string[] Terminal = ["Bot.Terminal", "Terminal.", "Spectre", "System.CommandLine"];

    public static TheoryData<string> Stages => [.. Way];

    [Theory]
    [MemberData(nameof(Stages))]
    public void Inside_Lectures_a_folder_knows_only_those_to_its_left(string stage)
    {
        var right = Way.SkipWhile(folder => folder != stage).Skip(1).ToList();

        // Both spellings: "Lectures.Answers" and, inside the namespace, "Answers.Excerpt"; "Passages.Count" is a property.
        var types = SourceFile.All.Select(static file => Path.GetFileNameWithoutExtension(file.Path)).Distinct().ToList();
        string[] names = [.. right.Select(static folder => $"Lectures.{folder}"), .. right.SelectMany(folder => types.Select(type => $"{folder}.{type}"))];
        Assert.Empty(In($"Lectures/{stage}").SelectMany(file => file.Naming(names)));
    }

    [Fact]
    public void Lucene_stays_in_Indexing_and_Searching() =>
        Assert.Empty(Outside("Lectures/Indexing", "Lectures/Searching").SelectMany(static file => file.Naming("Lucene")));

    [Fact]
    public void The_runtime_of_models_stays_in_Semantics()
    {
        Assert.NotEmpty(In("Lectures/Semantics").SelectMany(static file => file.Naming("Microsoft.ML")));
        Assert.Empty(Outside("Lectures/Semantics").SelectMany(static file => file.Naming("Microsoft.ML")));
    }

    [Fact]
    public void Lectures_knows_nothing_of_the_bot_the_web_or_a_database() =>
        Assert.Empty(In("Lectures").SelectMany(static file =>
            file.Naming([.. Network, .. Discord, "Bot", "Microsoft.AspNetCore", "Microsoft.Data", "Spectre", "System.CommandLine"])));

    [Fact]
    public void Chat_knows_nothing_of_Discord_or_the_terminal() =>
        Assert.Empty(In("Bot/Chat").SelectMany(static file => file.Naming([.. Discord, .. Terminal])));

    [Fact]
    public void Terminal_and_Discord_do_not_know_each_other() => Assert.Empty(
        In("Bot/Terminal").SelectMany(static file => file.Naming(Discord))
            .Concat(In("Bot/Discord").SelectMany(static file => file.Naming(Terminal))));

    [Fact]
    public void The_database_stays_in_Storage() =>
        Assert.Empty(Outside("Bot/Storage").SelectMany(static file => file.Naming("Microsoft.Data.Sqlite", "SqliteConnection", "System.Data")));

    [Fact]
    public void Sockets_and_HTTP_stay_in_Discord() =>
        Assert.Empty(Outside("Bot/Discord", "Bot.DiscordNet").SelectMany(static file => file.Naming(Network)));

    /// <summary>What Discord.Net is wired to comes from outside: the project knows the library and nothing of Clio.</summary>
    [Fact]
    public void Discord_Net_stays_in_its_project_which_knows_nothing_of_the_bot()
    {
        Assert.NotEmpty(In("Bot.DiscordNet").SelectMany(static file => file.Naming("Discord.Net", "Discord.WebSocket")));
        Assert.Empty(Outside("Bot.DiscordNet").SelectMany(static file => file.Naming("Discord.Net", "Discord.WebSocket")));
        Assert.Empty(In("Bot.DiscordNet").SelectMany(static file => file.Naming("Bot.Discord", "Bot.Chat", "Bot.Library", "Bot.Storage", "Lectures", "Microsoft.AspNetCore")));
        Assert.Empty(Outside("Bot.DiscordNet", "Bot/Discord/Delivery/DiscordNet").SelectMany(static file => file.Naming("Bot.DiscordNet")));
    }

    [Fact]
    public void No_source_file_is_longer_than_300_lines() =>
        Assert.Empty(SourceFile.All.Where(static file => file.Lines > 300).Select(static file => $"{file.Path}: {file.Lines} lines"));

    /// <summary>All text is other people's, and a pattern that goes back may take minutes over it. One that comes in must be NonBacktracking, and be named here.</summary>
    [Fact]
    public void Text_is_read_without_regular_expressions() =>
        Assert.Empty(SourceFile.All.SelectMany(static file => file.Naming("System.Text.RegularExpressions", "Regex", "GeneratedRegex")));

    [Theory]
    [InlineData("using Lucene.Net.Index;", true)]
    [InlineData("    var term = new Lucene.Net.Index.Term(\"f\", \"t\");", true)]
    [InlineData("    global::Lucene.Net.Util.BytesRef bytes;", true)]
    [InlineData("using static Lucene.Net.Util.LuceneVersion;", true)]
    [InlineData("using Version = Lucene.Net.Util.LuceneVersion;", true)]
    [InlineData("namespace Lucene.Net;", false)]
    [InlineData("    // as Lucene.Net does it", false)]
    [InlineData("    /// <summary>Lucene's query.</summary>", false)]
    [InlineData("    throw new IOException(\"Lucene is not here\");", false)]
    [InlineData("    other.Lucene.Net();", false)]
    [InlineData("    LuceneDirectory directory;", false)]
    public void The_rules_see_names_in_using_lines_and_inline_but_not_in_comments(string line, bool isSeen) =>
        Assert.Equal(isSeen, new SourceFile("Lectures/Answers/A.cs", line).Naming("Lucene").Any());

    [Fact]
    public void The_rules_read_the_real_source()
    {
        Assert.NotEmpty(In("Lectures/Indexing").SelectMany(static file => file.Naming("Lucene")));
        Assert.NotEmpty(In("Lectures/Answers").SelectMany(static file => file.Naming("Lectures.Searching")));
        Assert.All(Way, static stage => Assert.NotEmpty(In($"Lectures/{stage}")));
    }

    private static IEnumerable<SourceFile> In(string folder) => SourceFile.All.Where(file => file.IsIn(folder));

    private static IEnumerable<SourceFile> Outside(params string[] folders) => SourceFile.All.Where(file => !folders.Any(file.IsIn));
}
