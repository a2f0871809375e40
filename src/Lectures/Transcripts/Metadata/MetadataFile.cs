namespace Lectures.Transcripts.Metadata;

/// <summary>The names of files that tell of transcripts: "series.yml" of all in its folder and below, "name.yml" of the transcript "name" beside it.</summary>
public static class MetadataFile
{
    /// <summary>Nobody writes more about a lecture, in bytes.</summary>
    public const int MaxBytes = 64_000;

    public static IReadOnlyList<string> Extensions { get; } = [".yml", ".yaml"];

    public static bool IsMetadata(string file) => Extensions.Contains(Path.GetExtension(file), StringComparer.OrdinalIgnoreCase);

    /// <summary>The files that may tell of a transcript, those that speak of most first.</summary>
    /// <param name="file">Relative to the library's folder, with forward slashes.</param>
    public static IEnumerable<string> For(string file)
    {
        for (var slash = -1; ; slash = file.IndexOf('/', slash + 1))
        {
            var folder = file[..(slash + 1)];
            foreach (var extension in Extensions)
            {
                yield return $"{folder}series{extension}";
            }

            if (file.IndexOf('/', slash + 1) < 0)
            {
                break;
            }
        }

        var stem = file[..^Path.GetExtension(file).Length];
        foreach (var extension in Extensions)
        {
            if (!IsSeries($"{stem}{extension}"))
            {
                yield return $"{stem}{extension}";
            }
        }
    }

    public static bool IsSeries(string file) => Path.GetFileNameWithoutExtension(file) == "series" && IsMetadata(file);

    /// <summary>What the metadata files of a transcript tell together.</summary>
    /// <param name="files">In the order of <see cref="For"/>: name and content.</param>
    internal static ReadingContext Context(IEnumerable<(string File, MetadataResult Result)> files)
    {
        var context = ReadingContext.Default;
        foreach (var (file, result) in files)
        {
            context = IsSeries(file)
                ? context with { Defaults = result.Details.Or(context.Defaults), KeepBoilerplate = result.KeepBoilerplate ?? context.KeepBoilerplate }
                : context with { Own = result.Details.Or(context.Own), KeepBoilerplate = result.KeepBoilerplate ?? context.KeepBoilerplate };
        }

        return context;
    }
}
