namespace Lectures.Transcripts.Metadata;

/// <summary>Reads YAML that tells of lectures. Never throws for what it holds.</summary>
internal static class MetadataReader
{
    public static MetadataResult Read(string file, ReadOnlySpan<byte> bytes)
    {
        if (bytes.Length > MetadataFile.MaxBytes)
        {
            return Unread(file, null, $"The file has more than {MetadataFile.MaxBytes / 1000} KB. Keep in it only what tells of the lecture.");
        }

        var decoded = TextDecoding.Decode(bytes);
        return decoded.Text is { } text
            ? Read(file, text.TrimStart('\uFEFF'), 1, MetadataFile.IsSeries(file) ? MetadataKind.Series : MetadataKind.Lecture)
            : Unread(file, decoded.Line, decoded.Reason);
    }

    /// <param name="firstLine">Of the YAML in its file, from 1.</param>
    public static MetadataResult Read(string file, string yaml, int firstLine, MetadataKind kind)
    {
        var result = MetadataResult.None;
        if (yaml.Length > MetadataFile.MaxBytes)
        {
            return Unread(file, firstLine, $"The front matter has more than {MetadataFile.MaxBytes / 1000} KB, so none of it was read. Keep in it only what tells of the lecture.");
        }

        var problem = YamlPairs.Read(yaml, (key, value, line) => result = Add(result, key, value, kind, reason => Rejection(file, firstLine + line - 1, reason)));
        return problem is { } found ? result with { Unread = result.Unread ?? Rejection(file, firstLine + found.Line - 1, found.Reason) } : result;
    }

    private static MetadataResult Add(MetadataResult result, string key, string value, MetadataKind kind, Func<string, ParseResult.Rejected> reject)
    {
        if (value.Length == 0)
        {
            return result;
        }

        var keeps = DetailKeys.ReadSwitch(key, value, out var wrongSwitch);
        var told = DetailKeys.Read(key, value, kind, out var wrongValue);
        var problem = wrongSwitch ?? wrongValue;
        return new MetadataResult(
            told is null ? result.Details : result.Details.Or(told),
            result.KeepBoilerplate ?? keeps,
            result.Unread ?? (problem is null ? null : reject(problem)));
    }

    private static MetadataResult Unread(string file, int? line, string reason) => MetadataResult.None with { Unread = new ParseResult.Rejected(file, line, reason) };

    private static ParseResult.Rejected Rejection(string file, int line, string reason) => new(file, line, reason);
}
