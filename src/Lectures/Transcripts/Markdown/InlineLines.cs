using System.Text;

namespace Lectures.Transcripts.Markdown;

/// <summary>The lines of one paragraph as one text, and where each of its characters stands in the file.</summary>
internal sealed class InlineLines
{
    private readonly List<(int Start, int Source)> lines = [];

    public InlineLines(string file, IEnumerable<TextSpan> spans)
    {
        var text = new StringBuilder();
        foreach (var span in spans)
        {
            if (text.Length > 0)
            {
                text.Append('\n');
            }

            lines.Add((text.Length, span.Start));
            text.Append(file.AsSpan(span.Start, span.Length));
        }

        Text = text.ToString();
    }

    /// <summary>With "\n" between lines.</summary>
    public string Text { get; }

    /// <summary>Of a span that does not reach over a line's end.</summary>
    public TextSpan Place(TextSpan span)
    {
        var line = lines[Spans.LastStartingAtOrBefore(lines, span.Start, static line => line.Start)];
        return new TextSpan(line.Source + span.Start - line.Start, line.Source + span.End - line.Start);
    }
}
