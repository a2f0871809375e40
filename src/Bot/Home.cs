namespace Bot;

/// <summary>The folder that relative paths in the settings start from: the one with appsettings.json and index/.</summary>
internal static class Home
{
    public const string Settings = "appsettings.json";

    /// <summary>The nearest such folder at or above the working directory, then at or above the program; else the working directory.</summary>
    public static string Find() =>
        Above(Directory.GetCurrentDirectory()) ?? Above(AppContext.BaseDirectory) ?? Directory.GetCurrentDirectory();

    private static string? Above(string start)
    {
        for (var folder = new DirectoryInfo(start); folder is not null; folder = folder.Parent)
        {
            if (File.Exists(Path.Combine(folder.FullName, Settings)) && Directory.Exists(Path.Combine(folder.FullName, "index")))
            {
                return folder.FullName;
            }
        }

        return null;
    }
}
