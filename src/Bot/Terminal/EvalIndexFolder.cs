namespace Bot.Terminal;

/// <summary>Where an evaluation keeps its index: the folder that was asked for, or a temporary one that goes with it.</summary>
internal sealed class EvalIndexFolder : IDisposable
{
    private readonly bool isTemporary;

    private EvalIndexFolder(string path, bool isTemporary)
    {
        Path = path;
        this.isTemporary = isTemporary;
    }

    public string Path { get; }

    public static EvalIndexFolder At(string? folder) => folder is not null
        ? new EvalIndexFolder(folder, isTemporary: false)
        : new EvalIndexFolder(Directory.CreateTempSubdirectory("clio-eval-").FullName, isTemporary: true);

    public void Dispose()
    {
        if (isTemporary)
        {
            Directory.Delete(Path, recursive: true);
        }
    }
}
