using AngleSharp.Dom;
using Lectures.Transcripts.Documents;

namespace Lectures.Transcripts.Html;

/// <summary>Reads an article's headings and paragraphs in order, and passes over what the page puts between them.</summary>
internal sealed class ArticleReader(PageWords words, PageSize size, IElement root)
{
    /// <summary>What holds more than this share of the article is the article, whatever its class says.</summary>
    private const double MostOfArticle = 0.5;

    /// <summary>A list that is mostly links leads elsewhere.</summary>
    private const double MostlyLinks = 0.6;

    private const double AllLinks = 0.9;

    /// <summary>Where so much of the article is links, they are how the page shows its words.</summary>
    private const double LinkedArticle = 0.4;

    private readonly List<DocumentBlock> blocks = [];
    private readonly PageTree tree = new(root);
    private readonly Stack<TableCell> tables = [];
    private int rows;
    private DocumentBlock block = new();
    private int bold;
    private bool lineBroken;
    private bool wordsSeen;
    private bool isNote;
    private int aboveHeadings;

    /// <summary>Author and date, where they stand above the words.</summary>
    public LectureDetails Details { get; private set; } = LectureDetails.None;

    public IReadOnlyList<DocumentBlock> Read()
    {
        while (tree.Next(node => Leave((IElement)node)) is { } node)
        {
            if (Enter(node))
            {
                tree.Enter(node);
            }
        }

        Flush();
        return blocks;
    }

    /// <summary>Whether to go on with what stands under the node.</summary>
    private bool Enter(INode node)
    {
        if (node is IText text)
        {
            lineBroken &= text.Data.AsSpan().IsWhiteSpace();
            words.AddTo(block, text);
            return false;
        }

        if (node is not IElement element)
        {
            return false;
        }

        if (IsAside(element))
        {
            FlushAround(element);
            return false;
        }

        if (element.LocalName is "br")
        {
            BreakLine();
            return false;
        }

        if (IsByline(element))
        {
            ReadByline(element);
            return false;
        }

        if (TagRole.IsBlock(element.LocalName))
        {
            EnterCell(element.LocalName);
            Flush(HeadingLevel(element));
        }

        isNote |= ElementTraits.LeadsBackFromNote(element);
        if (ElementTraits.Start(element) is { } start && size.All(element) > 0)
        {
            block.BeginTime(start);
        }

        return !ReadMark(element);
    }

    /// <summary>What unfolds under its summary stands under a heading; word processors mark the title by its class alone.</summary>
    private int HeadingLevel(IElement element)
    {
        if (element.LocalName == "p" && aboveHeadings == 0 && ElementTraits.IsTitle(element))
        {
            aboveHeadings = 1;
            return 1;
        }

        return element.LocalName switch
        {
            ['h', >= '1' and <= '6'] => element.LocalName[1] - '0' + aboveHeadings,
            "summary" => 2,
            _ => 0,
        };
    }

    private void EnterCell(string name)
    {
        switch (name)
        {
            case "table":
                tables.Push(default);
                break;
            case "tr" when tables.TryPop(out _):
                tables.Push(new TableCell(++rows, -1));
                break;
            case "td" or "th" when tables.TryPop(out var cell):
                tables.Push(cell with { Column = cell.Column + 1, IsHeader = name == "th" });
                break;
            default:
                break;
        }
    }

    private void Leave(IElement element)
    {
        FlushAround(element);
        if (element.LocalName == "table")
        {
            tables.TryPop(out _);
            block.Cell = tables.TryPeek(out var outer) ? outer : null;
        }

        if (IsBold(element))
        {
            bold--;
            block.EndBold();
        }
    }

    private void FlushAround(IElement element)
    {
        if (TagRole.IsBlock(element.LocalName) || element.LocalName == "hr")
        {
            Flush();
        }
    }

    /// <summary>Reads a time or a speaker's name; false where the element holds words.</summary>
    private bool ReadMark(IElement element)
    {
        var isTime = ElementTraits.IsTime(element);
        var isCite = ElementTraits.Tag(element) == "cite";
        if ((isTime || isCite || ElementTraits.IsSpeaker(element)) && size.All(element) is > 0 and < 400)
        {
            var text = words.Of(element);
            if (isTime && SpokenTimes.IsTime(text, out var time))
            {
                block.BeginTime(time);
                return true;
            }

            var name = text.TrimEnd(':').TrimEnd();
            if (!isTime && TurnOpening.IsName(name) && block.IsEmpty && (!isCite || text.EndsWith(':') || StandsAlone()))
            {
                block.Speaker = name;
                return true;
            }
        }

        if (IsBold(element))
        {
            bold++;
            block.BeginBold();
        }

        return false;
    }

    /// <summary>A name that words follow at once is quoted, like a book's title.</summary>
    private bool StandsAlone() => tree.PeekNext() switch
    {
        null => true,
        IElement next => ElementTraits.Tag(next) == "time" || TagRole.IsBlock(next.LocalName),
        _ => false,
    };

    /// <summary>One break is white space; a second one parts paragraphs.</summary>
    private void BreakLine()
    {
        if (lineBroken)
        {
            Flush();
        }

        block.Break();
        lineBroken = true;
    }

    private bool IsByline(IElement element) =>
        !wordsSeen && size.All(element) < 300 && size.All(element) > 0
        && (ElementTraits.IsByline(element) || (ElementTraits.Tag(element) == "time" && PageHead.ReadDate(element.GetAttribute("datetime")) is not null
            && !SpokenTimes.IsTime(words.Of(element), out _)));

    private void ReadByline(IElement element)
    {
        Flush();
        var text = words.Of(element);
        var author = LectureSite.Byline(text) ?? (ElementTraits.Tag(element) != "time" && text.Contains(' ', StringComparison.Ordinal) && TurnOpening.IsName(text) ? text : null);
        var date = PageHead.ReadDate(element.GetAttribute("datetime"));
        foreach (var node in PageTree.Under(element))
        {
            if (node is not IElement part)
            {
                continue;
            }

            date ??= PageHead.ReadDate(part.GetAttribute("datetime"));
            author ??= ElementTraits.IsByline(part) && words.Of(part) is var name ? LectureSite.Byline(name) ?? (TurnOpening.IsName(name) ? name : null) : null;
        }

        Details = Details.Or(new LectureDetails { Speaker = author, Date = date });
    }

    private bool IsAside(IElement element)
    {
        if (size.All(element) > MostOfArticle * size.All(root))
        {
            return false;
        }

        var links = size.LinkShare(element);
        var isLinks = ElementTraits.Tag(element) is "sup" ? links >= 1 : size.LinkShare(root) < LinkedArticle && (element.LocalName is "ul" or "ol"
            ? links > MostlyLinks
            : element.LocalName is "p" or "div" or "td" or "table" && links > AllLinks && !SpokenTimes.IsTime(words.Of(element), out _));
        return isLinks || ElementTraits.IsAside(element) || (ElementTraits.Tag(element) == "header" && size.LinkShare(element) > MostlyLinks);
    }

    private static bool IsBold(IElement element) => ElementTraits.Tag(element) is "b" or "strong";

    private void Flush(int heading = 0)
    {
        if (!isNote && (!block.IsEmpty || block.Times.Count > 0 || block.Speaker is not null))
        {
            blocks.Add(block);
            wordsSeen |= block.Heading == 0 && !block.IsEmpty;
        }

        block = new DocumentBlock(heading) { Cell = tables.TryPeek(out var cell) ? cell : null };
        (lineBroken, isNote) = (false, false);
        for (var i = 0; i < bold; i++)
        {
            block.BeginBold();
        }
    }
}
