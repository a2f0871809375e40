namespace Bot.Tests.FakeDiscord;

/// <summary>Where tests find what is not copied beside them.</summary>
internal static class Repository
{
    public static string Root { get; } = FindRoot();

    /// <summary>The folder of pinned material beside the repository; null where there is none.</summary>
    public static string? Shared { get; } =
        new[] { Environment.GetEnvironmentVariable("CLIO_SHARED"), Path.Combine(Root, "..", "shared") }.FirstOrDefault(Directory.Exists);

    public static string Data(params string[] path) => Path.Combine([Root, "tests", "Bot.Tests", "Data", .. path]);

    private static string FindRoot()
    {
        var folder = new DirectoryInfo(AppContext.BaseDirectory);
        while (folder is not null && !File.Exists(Path.Combine(folder.FullName, "Bot.sln")))
        {
            folder = folder.Parent;
        }

        return folder?.FullName ?? throw new InvalidOperationException("Bot.sln is not above " + AppContext.BaseDirectory);
    }
}
