using Spectre.Console;

namespace Bot.Terminal;

/// <summary>Writes lines: wrapped and with bold to a terminal; each line whole, without codes and with **bold** marked, to anything else.</summary>
public sealed class TerminalWriter(TextWriter output, IAnsiConsole? terminal)
{
    public bool IsTerminal => terminal is not null;

    public void Write(IReadOnlyList<TerminalLine> lines)
    {
        foreach (var line in lines)
        {
            if (terminal is null)
            {
                WritePlain(line);
            }
            else
            {
                WriteStyled(terminal, line);
            }
        }
    }

    /// <summary>Text for programs, unchanged.</summary>
    public void WriteRaw(string text) => output.WriteLine(text);

    public void WritePrompt() => output.Write("> ");

    private void WritePlain(TerminalLine line)
    {
        output.Write(new string(' ', line.Indent));
        foreach (var text in line.Texts)
        {
            output.Write(text.Style == TerminalStyle.Highlight ? $"**{text.Words}**" : text.Words);
        }

        output.WriteLine();
    }

    private static void WriteStyled(IAnsiConsole terminal, TerminalLine line)
    {
        var paragraph = new Paragraph();
        foreach (var text in line.Texts)
        {
            paragraph.Append(text.Words, text.Style switch
            {
                TerminalStyle.Highlight => new Style(decoration: Decoration.Bold),
                TerminalStyle.Dim => new Style(foreground: Color.Grey),
                TerminalStyle.Heading => new Style(decoration: Decoration.Bold | Decoration.Underline),
                _ => Style.Plain,
            });
        }

        terminal.Write(new Padder(paragraph, new Padding(line.Indent, 0, 0, 0)));
        if (line.Texts.Count == 0)
        {
            terminal.WriteLine();
        }
    }
}
