using System.Text;

namespace Lectures.Transcripts.Markdown;

/// <summary>The YAML between "---" lines at the top of a file.</summary>
/// <param name="FirstLine">Of the YAML in the file, from 1.</param>
/// <param name="End">Of the closing line, in the file.</param>
internal sealed record FrontMatter(string Yaml, int FirstLine, int End)
{
    private const int MostLines = 500;

    public static FrontMatter? Find(SourceText source)
    {
        if (source.Lines.Count < 3 || source.Slice(source.Lines[0]) is not ("---" or "+++"))
        {
            return source.Extension is ".md" or ".markdown" && source.Slice(source.Lines[0]).StartsWith("% ", StringComparison.Ordinal) ? OfPandoc(source) : null;
        }

        var (named, isToml) = (false, source.Text[source.Lines[0].Start] == '+');
        for (var i = 1; i < Math.Min(source.Lines.Count, MostLines); i++)
        {
            var line = source.Slice(source.Lines[i]);
            if (isToml ? line is "+++" : line is "---" or "...")
            {
                var start = source.Lines[1].Start;

                // A rule may open a text too: front matter names something.
                var yaml = source.Text[LineStart(source, start)..source.Lines[i].Start];
                return named ? new FrontMatter(isToml ? yaml.Replace(" = ", ": ", StringComparison.Ordinal) : yaml, 2, source.Lines[i].End) : null;
            }

            named |= line.IndexOf(isToml ? '=' : ':') > 0 && !line.StartsWith("#");
        }

        return null;
    }

    /// <summary>"% The Title", "% Jane Doe": what Pandoc puts in front of a text, as YAML.</summary>
    private static FrontMatter OfPandoc(SourceText source)
    {
        var yaml = new StringBuilder();
        var line = 0;
        for (; line < 3 && line < source.Lines.Count && source.Slice(source.Lines[line]) is ['%', .. var value]; line++)
        {
            // The third line is a date in whatever words.
            var key = line == 0 ? "title" : "author";
            _ = line < 2 ? yaml.Append(key).Append(": '").Append(value.Trim().ToString().Replace("'", "''", StringComparison.Ordinal)).Append("'\n") : yaml;
        }

        return new FrontMatter(yaml.ToString(), 1, source.Lines[line - 1].End);
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
