namespace Lectures.Transcripts.Markdown;

/// <summary>Lines that note-taking programs and site generators put between the words and that nobody says.</summary>
internal static class HiddenLines
{
    public static bool Holds(ReadOnlySpan<char> line) => line[0] switch
    {
        '%' => line.Length > 4 && line.StartsWith("%%") && line.EndsWith("%%"),
        '{' => line.StartsWith("{%") && line.EndsWith("%}") || line.StartsWith("{{") && line.EndsWith("}}"),
        ':' => line.StartsWith(":::"),
        '[' => line is "[TOC]" or "[[_TOC_]]" or "[[TOC]]",
        '>' => IsCallout(line),
        '#' => AreTags(line),
        _ => false,
    };

    /// <summary>"&gt; [!note] Summary" heads a box.</summary>
    private static bool IsCallout(ReadOnlySpan<char> line)
    {
        var mark = line.TrimStart("> ");
        return mark.StartsWith("[!") && mark.IndexOf(']') is > 2 and < 30;
    }

    /// <summary>"#history #wool".</summary>
    private static bool AreTags(ReadOnlySpan<char> line)
    {
        foreach (var range in line.Split(' '))
        {
            var word = line[range];
            if (word.Length < 2 || word[0] != '#' || word[1] == '#')
            {
                return false;
            }
        }

        return true;
    }
}
