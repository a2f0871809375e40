namespace Lectures.Transcripts.Markdown;

/// <summary>The YAML between "---" lines at the top of a file.</summary>
/// <param name="FirstLine">Of the YAML in the file, from 1.</param>
/// <param name="End">Of the closing line, in the file.</param>
internal sealed record FrontMatter(string Yaml, int FirstLine, int End)
{
    private const int MostLines = 500;

    public static FrontMatter? Find(SourceText source)
    {
        if (source.Lines.Count < 3 || source.Slice(source.Lines[0]) is not "---")
        {
            return null;
        }

        var named = false;
        for (var i = 1; i < Math.Min(source.Lines.Count, MostLines); i++)
        {
            var line = source.Slice(source.Lines[i]);
            if (line is "---" or "...")
            {
                var start = source.Lines[1].Start;

                // A rule may open a text too: front matter names something.
                return named ? new FrontMatter(source.Text[LineStart(source, start)..source.Lines[i].Start], 2, source.Lines[i].End) : null;
            }

            named |= line.IndexOf(':') > 0 && !line.StartsWith("#");
        }

        return null;
    }

    /// <summary>Lines are known without their indentation, which means something in YAML.</summary>
    private static int LineStart(SourceText source, int at)
    {
        while (at > 0 && source.Text[at - 1] is not ('\r' or '\n'))
        {
            at--;
        }

        return at;
    }
}
