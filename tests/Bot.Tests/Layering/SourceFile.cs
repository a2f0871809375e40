using System.Text.RegularExpressions;

namespace Bot.Tests.Layering;

/// <summary>A C# file of src as the layering rules see it.</summary>
/// <param name="Path">Relative to src, with forward slashes.</param>
internal sealed partial record SourceFile(string Path, string Text)
{
    public static IReadOnlyList<SourceFile> All { get; } =
        [.. Directory.EnumerateFiles(System.IO.Path.Combine(Repository.Root, "src"), "*.cs", SearchOption.AllDirectories)
            .Select(static file => (file, path: System.IO.Path.GetRelativePath(System.IO.Path.Combine(Repository.Root, "src"), file).Replace('\\', '/')))
            .Where(static found => !found.path.Contains("/obj/", StringComparison.Ordinal) && !found.path.Contains("/bin/", StringComparison.Ordinal))
            .Select(static found => new SourceFile(found.path, File.ReadAllText(found.file)))
            .OrderBy(static file => file.Path, StringComparer.Ordinal)];

    public int Lines => Text.Count(static c => c == '\n');

    public bool IsIn(string folder) => Path.StartsWith(folder + "/", StringComparison.Ordinal);

    /// <summary>
    /// The lines of code that name one of the things, in a using line or inline: a namespace, a type or, with a full stop at its end, what
    /// something inline begins with. Comments and texts do not count.
    /// </summary>
    public IEnumerable<string> Naming(params string[] things)
    {
        if (things.Length == 0)
        {
            yield break;
        }

        var pattern = new Regex(
            $@"(?<![\w.])(global::)?({string.Join('|', things.Select(static thing => Regex.Escape(thing) + (thing.EndsWith('.') ? "" : @"(?!\w)")))})",
            RegexOptions.CultureInvariant);
        var lines = Text.Split('\n');
        for (var i = 0; i < lines.Length; i++)
        {
            var code = Literal().Replace(lines[i], "\"\"");
            var comment = code.IndexOf("//", StringComparison.Ordinal);
            code = comment < 0 ? code : code[..comment];
            if (!code.TrimStart().StartsWith("namespace ", StringComparison.Ordinal) && pattern.IsMatch(code))
            {
                yield return $"{Path}:{i + 1}: {code.Trim()}";
            }
        }
    }

    [GeneratedRegex("""
        "(\\.|[^"\\])*"
        """, RegexOptions.CultureInvariant)]
    private static partial Regex Literal();
}
