namespace Bot.Tests;

/// <summary>Where the tests find the project's own files and, where they are at hand, the shared ones beside it.</summary>
internal static class Repository
{
    public static string Root { get; } = FindRoot();

    public static string Lectures => Path.Combine(Root, "index", "lectures");

    /// <summary>A file of tests/Bot.Tests/Data.</summary>
    public static string Data(params string[] path) => Path.Combine([Root, "tests", "Bot.Tests", "Data", .. path]);

    /// <summary>The shared material; null where there is none.</summary>
    public static string? SharedFolder { get; } =
        new[] { Environment.GetEnvironmentVariable("CLIO_SHARED"), Path.Combine(Root, "..", "shared") }.FirstOrDefault(Directory.Exists);

    /// <summary>A file or folder of the shared material; the test is skipped, visibly, where there is none.</summary>
    public static string Shared(string relativePath)
    {
        var path = SharedFolder is { } folder ? Path.GetFullPath(Path.Combine(folder, relativePath)) : null;
        if (!Path.Exists(path))
        {
            Assert.Skip($"The shared material is not beside the repository: no {relativePath}.");
        }

        return path;
    }

    private static string FindRoot()
    {
        for (var folder = new DirectoryInfo(AppContext.BaseDirectory); folder is not null; folder = folder.Parent)
        {
            if (File.Exists(Path.Combine(folder.FullName, "Bot.sln")))
            {
                return folder.FullName;
            }
        }

        throw new InvalidOperationException("The tests run from inside the repository: there is no Bot.sln above them.");
    }
}
