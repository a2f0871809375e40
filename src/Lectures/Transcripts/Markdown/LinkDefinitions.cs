namespace Lectures.Transcripts.Markdown;

/// <summary>
/// The lines "[label]: address" of a file. They are read here and hidden from Markdig, whose time for them grows with the square of
/// their number.
/// </summary>
internal sealed class LinkDefinitions
{
    private const int LongestLabel = 200;

    private readonly Dictionary<string, string> addresses = new(StringComparer.OrdinalIgnoreCase);

    private LinkDefinitions(string text) => Text = text;

    /// <summary>The file with white space in place of front matter and definitions; every other character keeps its place.</summary>
    public string Text { get; private set; }

    /// <param name="bodyStart">After the front matter.</param>
    public static LinkDefinitions Of(SourceText source, int bodyStart)
    {
        var links = new LinkDefinitions(source.Text);
        var characters = source.Text.ToCharArray();
        Hide(characters.AsSpan(0, source.Text.StartsWith('\uFEFF') ? Math.Max(1, bodyStart) : bodyStart));
        foreach (var span in source.Lines)
        {
            var line = source.Slice(span);
            if (span.Start >= bodyStart && !line.IsEmpty && ((line[0] == '[' && links.TryRead(line)) || HiddenLines.Holds(line)))
            {
                Hide(characters.AsSpan(span.Start, span.Length));
            }
        }

        for (var at = characters.AsSpan(bodyStart).IndexOf("]:"); at >= 0;)
        {
            bodyStart += at + 1;
            characters[bodyStart] = '.';
            at = characters.AsSpan(bodyStart).IndexOf("]:");
        }

        links.Text = new string(characters);
        return links;
    }

    public string? Find(string label) => addresses.GetValueOrDefault(label);

    private bool TryRead(ReadOnlySpan<char> line)
    {
        var close = line.IndexOf(']');
        if (close is < 2 or > LongestLabel || close + 2 >= line.Length || line[close + 1] != ':' || line[1] == '^')
        {
            return false;
        }

        var rest = line[(close + 2)..].Trim();
        var end = rest.IndexOfAny(' ', '\t');
        var address = (end < 0 ? rest : rest[..end]).Trim("<>");
        var title = end < 0 ? default : rest[end..].Trim();
        var isTitle = title.IsEmpty || (title.Length > 1 && title[0] is '"' or '\'' or '(' && title[^1] is '"' or '\'' or ')');
        if (!isTitle || address.IndexOfAny("/#.") < 0)
        {
            return false;
        }

        addresses.TryAdd(line[1..close].ToString(), address.ToString());
        return true;
    }

    private static void Hide(Span<char> characters)
    {
        foreach (ref var c in characters)
        {
            c = c is '\r' or '\n' ? c : ' ';
        }
    }
}
