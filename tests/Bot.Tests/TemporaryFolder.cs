namespace Bot.Tests;

/// <summary>An empty folder that goes with its test.</summary>
internal sealed class TemporaryFolder : IDisposable
{
    private DateTime written = new(2024, 1, 1, 0, 0, 0, DateTimeKind.Utc);

    public string Path { get; } = Directory.CreateTempSubdirectory("clio-test-").FullName;

    public string File(string relativePath) => System.IO.Path.Combine(Path, relativePath);

    /// <summary>Written long ago, each file a second after the one before: their times of last write tell changes.</summary>
    public string Write(string relativePath, string text) => Write(relativePath, System.Text.Encoding.UTF8.GetBytes(text));

    public string Write(string relativePath, byte[] bytes)
    {
        var path = File(relativePath);
        Directory.CreateDirectory(System.IO.Path.GetDirectoryName(path)!);
        System.IO.File.WriteAllBytes(path, bytes);
        written = written.AddSeconds(1);
        System.IO.File.SetLastWriteTimeUtc(path, written);
        return path;
    }

    public void Dispose() => Directory.Delete(Path, recursive: true);
}
