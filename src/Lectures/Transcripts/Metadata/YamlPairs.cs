using YamlDotNet.Core;
using YamlDotNet.Core.Events;

namespace Lectures.Transcripts.Metadata;

/// <summary>
/// Reads the keys and values of a YAML mapping event by event: nothing is built, so aliases cannot multiply and types cannot be named.
/// Lists of words are joined by commas; what is nested deeper is passed over.
/// </summary>
internal static class YamlPairs
{
    private const int Deepest = 20;
    private const string Broken = "The YAML cannot be read from here on. Put a value that holds a colon or another mark into quotes, and indent with spaces.";

    /// <param name="found">Key, value, and the key's line from 1.</param>
    /// <returns>Where and why reading stopped; null where the YAML is good.</returns>
    public static (int Line, string Reason)? Read(string yaml, Action<string, string, int> found)
    {
        var line = 1;
        try
        {
            var parser = new Parser(new StringReader(yaml));
            if (!TakeMapping(parser, ref line, out var isEmpty))
            {
                return isEmpty ? null : (line, "This is not a list of names and values. Write one a line, as in title: The Title.");
            }

            while (parser.MoveNext() && parser.Current is Scalar key)
            {
                line = (int)key.Start.Line;
                if (!parser.MoveNext())
                {
                    break;
                }

                if (Value(parser) is { } value)
                {
                    found(key.Value, value, line);
                }
            }

            return null;
        }
        catch (YamlException broken)
        {
            return ((int)Math.Max(1, broken.Start.Line), Broken);
        }
        catch (InvalidOperationException)
        {
            // The library's scanner stumbles over a plain word that begins like a mark, and does not say where.
            return (line, Broken);
        }
    }

    private static bool TakeMapping(Parser parser, ref int line, out bool isEmpty)
    {
        while (parser.MoveNext())
        {
            if (parser.Current is MappingStart)
            {
                isEmpty = false;
                return true;
            }

            if (parser.Current is Scalar { Value.Length: 0 })
            {
                break;
            }

            if (parser.Current is not (StreamStart or DocumentStart or StreamEnd or Comment))
            {
                line = (int)(parser.Current?.Start.Line ?? 1);
                isEmpty = false;
                return false;
            }
        }

        isEmpty = true;
        return false;
    }

    /// <summary>The value that the parser stands at; null where it is none that says anything here.</summary>
    private static string? Value(Parser parser)
    {
        if (parser.Current is Scalar scalar)
        {
            return IsNull(scalar) ? null : Plain(scalar.Value);
        }

        var (depth, items, onlyWords) = (0, new List<string>(), parser.Current is SequenceStart);
        do
        {
            switch (parser.Current)
            {
                case SequenceStart or MappingStart:
                    onlyWords &= depth == 0;
                    if (++depth > Deepest)
                    {
                        throw new YamlException(parser.Current.Start, parser.Current.End, "nested too deep");
                    }

                    break;
                case SequenceEnd or MappingEnd:
                    depth--;
                    break;
                case Scalar item when !IsNull(item):
                    items.Add(Plain(item.Value));
                    break;
                default:
                    break;
            }
        }
        while (depth > 0 && parser.MoveNext());
        return onlyWords && items.Count > 0 ? string.Join(", ", items) : null;
    }

    private static bool IsNull(Scalar scalar) => scalar.Style == ScalarStyle.Plain && scalar.Value is "" or "~" or "null" or "Null" or "NULL";

    private static string Plain(string value) => string.Join(' ', value.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));
}
