using System.Globalization;
using DocumentFormat.OpenXml.Packaging;

namespace Lectures.Transcripts.Docx;

/// <summary>What paragraph styles stand for. Built-in styles keep their English names in documents of every language; their ids do not.</summary>
internal sealed class DocxStyles
{
    public const int Title = 1;

    /// <summary>Paragraphs that are not spoken: tables of contents, subtitles, captions.</summary>
    public const int NotSpoken = -1;

    private const int LongestChain = 20;
    private const int MostStyles = 5_000;

    private readonly Dictionary<string, (string? Name, string? BasedOn, int? Level)> styles = new(StringComparer.Ordinal);

    public static DocxStyles Of(StyleDefinitionsPart? part)
    {
        var known = new DocxStyles();
        if (part is null)
        {
            return known;
        }

        using var reader = new WordReader(part);
        var id = "";
        while (reader.Next() && known.styles.Count < MostStyles)
        {
            if (!reader.IsEnd)
            {
                id = known.Read(reader, id);
            }
        }

        return known;
    }

    /// <summary>Takes over what an element says of the style that is open.</summary>
    /// <returns>The id of the style that is open from here on.</returns>
    private string Read(WordReader reader, string id)
    {
        if (reader.Name == "style")
        {
            id = reader.Attribute("styleId") ?? "";
            styles[id] = default;
            return id;
        }

        var style = styles.GetValueOrDefault(id);
        switch (reader.Name)
        {
            case "name":
                styles[id] = style with { Name = reader.Attribute("val") };
                break;
            case "basedOn":
                styles[id] = style with { BasedOn = reader.Attribute("val") };
                break;
            case "outlineLvl" when int.TryParse(reader.Attribute("val"), NumberStyles.None, CultureInfo.InvariantCulture, out var level) && level < 6:
                styles[id] = style with { Level = level + 2 };
                break;
            default:
                break;
        }

        return id;
    }

    /// <summary>The level of a heading from 1; 0 for a paragraph; <see cref="NotSpoken"/>.</summary>
    public int Level(string? id)
    {
        for (var i = 0; i < LongestChain && id is not null; i++)
        {
            // Without definitions the id says it, as most programs write it.
            var (name, basedOn, level) = styles.GetValueOrDefault(id, (id, null, null));
            if (LevelOf(name) is { } named && named != 0)
            {
                return named;
            }

            if (level is { } outline)
            {
                return outline;
            }

            id = basedOn;
        }

        return 0;
    }

    private static int LevelOf(string? name)
    {
        var plain = (name ?? "").Replace(" ", "", StringComparison.Ordinal).ToLowerInvariant();
        return plain switch
        {
            "title" => Title,
            "subtitle" or "caption" or "tocheading" => NotSpoken,
            _ when plain.StartsWith("toc", StringComparison.Ordinal) && plain.Length == 4 && char.IsAsciiDigit(plain[3]) => NotSpoken,
            _ when plain.StartsWith("heading", StringComparison.Ordinal) && plain.Length == 8 && plain[7] is >= '1' and <= '6' => plain[7] - '0' + 1,
            _ => 0,
        };
    }
}
