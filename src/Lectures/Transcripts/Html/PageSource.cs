using System.Globalization;
using System.Text;

namespace Lectures.Transcripts.Html;

/// <summary>
/// A page made ready for the HTML library: each run of text is replaced by its number in braces, so that the parsed tree, wherever it
/// puts the run, tells exactly where the words stand; and only tags and attributes that say something about the words are passed on,
/// so that no input makes the tree deep or the parser slow.
/// </summary>
internal sealed class PageSource
{
    /// <summary>Browsers stop at 512; pages that people write stay below 60.</summary>
    private const int DeepestNesting = 250;

    private const int DeepestInline = 12;
    private const int LongestAttribute = 1_000;

    private static readonly HashSet<string> KeptAttributes = new(StringComparer.OrdinalIgnoreCase)
    {
        "id", "class", "role", "hidden", "aria-hidden", "href", "datetime", "itemprop", "rel", "style",
        "data-start", "data-time", "data-timestamp", "data-begin", "data-m", "data-speaker",
    };

    private readonly StringBuilder markup = new();
    private readonly List<TextSpan> runs = [];
    private readonly OpenElements open = new(DeepestNesting);

    private int breaks;

    private PageSource()
    {
    }

    /// <summary>To be parsed instead of the page.</summary>
    public string Markup => markup.ToString();

    /// <summary>The runs of text by their numbers, in the source.</summary>
    public IReadOnlyList<TextSpan> Runs => runs;

    public PageHead Head { get; } = new();

    /// <summary>Where the page is nested too deep to be read; null for a good one.</summary>
    public int? TooDeepAt { get; private set; }

    public static PageSource Of(string text)
    {
        var page = new PageSource();
        page.Head.ReadSavedFrom(text);
        var scanner = new MarkupScanner(text, text.StartsWith('\uFEFF') ? 1 : 0, text.Length);
        while (page.TooDeepAt is null && scanner.Next())
        {
            page.Read(text, ref scanner);
        }

        return page;
    }

    private void Read(string text, ref MarkupScanner scanner)
    {
        if (scanner.IsText)
        {
            AddText(text, scanner.Span);
            return;
        }

        // Two breaks part paragraphs; more say no more.
        if (scanner.Name == "br" && ++breaks > 2)
        {
            return;
        }

        if (scanner.IsEndTag)
        {
            if (TagRole.Of(scanner.Name) is { Kept: { } ending } && open.Close(ending))
            {
                markup.Append("</").Append(ending).Append('>');
            }

            return;
        }

        var role = TagRole.Of(scanner.Name);
        if (role.HoldsNoMarkup)
        {
            var content = scanner.SkipContent(scanner.Name);
            if (scanner.Name == "title")
            {
                Head.ReadTitle(text.AsSpan(content.Start, content.Length));
            }
        }
        else if (scanner.Name == "meta")
        {
            Head.ReadMeta(text.AsSpan(scanner.Attributes.Start, scanner.Attributes.Length));
        }
        else if (scanner.Name == "link")
        {
            Head.ReadLink(text.AsSpan(scanner.Attributes.Start, scanner.Attributes.Length));
        }
        else if (role.Kept is { } name)
        {
            Open(text, name, role, scanner);
        }
    }

    private void Open(string text, string name, TagRole role, scoped in MarkupScanner scanner)
    {
        if (name == "span" && open.InlineDepth >= DeepestInline)
        {
            return;
        }

        breaks = role.IsEmpty ? breaks : 0;
        if (!role.IsEmpty && !open.Open(name))
        {
            TooDeepAt = scanner.Span.Start;
            return;
        }

        markup.Append('<').Append(name);
        if (scanner.Name != name)
        {
            markup.Append(" data-tag=\"").Append(scanner.Name).Append('"');
        }

        var attributes = new TagAttributes(text.AsSpan(scanner.Attributes.Start, scanner.Attributes.Length));
        while (attributes.Next())
        {
            if (attributes.Value.Length <= LongestAttribute && attributes.Name.Length < 20 && KeptAttributes.Contains(attributes.Name.ToString()))
            {
                markup.Append(' ').Append(attributes.Name).Append("=\"");
                foreach (var c in attributes.Value)
                {
                    _ = c == '"' ? markup.Append("&quot;") : markup.Append(c);
                }

                markup.Append('"');
            }
        }

        markup.Append('>');
    }

    private void AddText(string text, TextSpan span)
    {
        if (text.AsSpan(span.Start, span.Length).IsWhiteSpace())
        {
            markup.Append(' ');
            return;
        }

        breaks = 0;
        markup.Append('{').Append(runs.Count.ToString(CultureInfo.InvariantCulture)).Append('}');
        runs.Add(span);
    }
}
