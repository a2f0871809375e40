namespace Bot.Terminal;

/// <summary>A line as it is meant; the writer decides on colour and wrapping.</summary>
/// <param name="Indent">Columns before the text, on continuation lines too.</param>
public sealed record TerminalLine(int Indent, IReadOnlyList<TerminalText> Texts)
{
    public static readonly TerminalLine Empty = new(0, []);
}

public sealed record TerminalText(string Words, TerminalStyle Style = TerminalStyle.Plain);

public enum TerminalStyle
{
    Plain,

    /// <summary>The answering sentence.</summary>
    Highlight,

    /// <summary>Citations and other small print.</summary>
    Dim,

    Heading,
}
