namespace Bot.Storage;

/// <summary>A server by its snowflake, or the terminal's own library. Nothing else is one, so that it may name a folder.</summary>
public readonly record struct ServerId
{
    private const int Longest = 20;
    private const string Terminal = "local";

    private readonly string? value;

    private ServerId(string value) => this.value = value;

    /// <summary>Whoever works at the terminal has a library of uploads like any server.</summary>
    public static ServerId Local { get; } = new(Terminal);

    public string Value => value ?? Terminal;

    /// <summary>Null where the text is no server's.</summary>
    public static ServerId? From(string? text) => text switch
    {
        Terminal => Local,
        { Length: > 0 and <= Longest } when text.All(char.IsAsciiDigit) => new ServerId(text),
        _ => null,
    };

    public override string ToString() => Value;
}
