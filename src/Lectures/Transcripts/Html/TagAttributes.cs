using System.Buffers;

namespace Lectures.Transcripts.Html;

/// <summary>Goes through the attributes of a start tag as the source writes them (HTML Standard, 13.2.5.32 to 39).</summary>
internal ref struct TagAttributes(ReadOnlySpan<char> rest)
{
    private const string Space = " \t\r\n\f";

    private static readonly SearchValues<char> AfterName = SearchValues.Create(" \t\r\n\f/=");

    private ReadOnlySpan<char> rest = rest;

    public ReadOnlySpan<char> Name { get; private set; }

    /// <summary>Without its quotes, character references undecoded.</summary>
    public ReadOnlySpan<char> Value { get; private set; }

    public bool Next()
    {
        rest = rest.TrimStart(" \t\r\n\f/");
        if (rest.IsEmpty)
        {
            return false;
        }

        var end = rest[1..].IndexOfAny(AfterName);
        Name = end < 0 ? rest : rest[..(end + 1)];
        rest = rest[Name.Length..];
        Value = default;
        var after = rest.TrimStart(Space);
        if (after.StartsWith("="))
        {
            TakeValue(after[1..].TrimStart(Space));
        }

        return true;
    }

    public static string? Find(ReadOnlySpan<char> attributes, string name)
    {
        var all = new TagAttributes(attributes);
        while (all.Next())
        {
            if (all.Name.Equals(name, StringComparison.OrdinalIgnoreCase))
            {
                return CharacterReferences.Decode(all.Value).Trim();
            }
        }

        return null;
    }

    private void TakeValue(ReadOnlySpan<char> text)
    {
        if (text.StartsWith("\"") || text.StartsWith("'"))
        {
            var close = text[1..].IndexOf(text[0]);
            Value = close < 0 ? text[1..] : text.Slice(1, close);
            rest = close < 0 ? default : text[(close + 2)..];
            return;
        }

        var end = text.IndexOfAny(Space);
        Value = end < 0 ? text : text[..end];
        rest = text[Value.Length..];
    }
}
