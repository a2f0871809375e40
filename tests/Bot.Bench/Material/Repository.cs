namespace Bot.Bench.Material;

/// <summary>Where the project's own files and the shared ones beside it lie.</summary>
internal static class Repository
{
    public static string Root { get; } = Find();

    public static string Lectures => Path.Combine(Root, "index", "lectures");

    public static string OwnQuestions => Path.Combine(Root, "tests", "Bot.Tests", "Data", "quality", "questions.jsonl");

    /// <summary>Not part of the repository: may be absent.</summary>
    public static string Shared => Environment.GetEnvironmentVariable("CLIO_SHARED") ?? Path.Combine(Root, "..", "shared");

    private static string Find()
    {
        for (var folder = new DirectoryInfo(AppContext.BaseDirectory); folder is not null; folder = folder.Parent)
        {
            if (File.Exists(Path.Combine(folder.FullName, "Bot.sln")))
            {
                return folder.FullName;
            }
        }

        throw new InvalidOperationException("Bot.sln lies in no folder above this program. Run it from its build folder inside the repository.");
    }
}
