using System.Globalization;
using DocumentFormat.OpenXml.Packaging;
using Lectures.Transcripts.Documents;

namespace Lectures.Transcripts.Docx;

/// <summary>
/// Reads the body of a document element by element, so that neither its length nor its nesting matters. Deleted and hidden words,
/// text boxes, and the second spelling of what Word writes twice are left out.
/// </summary>
internal sealed class ParagraphReader(DocxStyles styles)
{
    private readonly List<DocumentBlock> blocks = [];
    private DocumentBlock? block;
    private bool isRead;
    private readonly Stack<TableCell> tables = [];
    private int rows;
    private int paragraph = -1;
    private int level;
    private bool inText;
    private bool runIsHidden;
    private bool runIsBold;

    public IReadOnlyList<DocumentBlock> Read(MainDocumentPart main)
    {
        using var reader = new WordReader(main);
        while (reader.Next())
        {
            if (reader.Text is { } words)
            {
                if (inText)
                {
                    Add(words);
                }
            }
            else if (reader.IsEnd)
            {
                End(reader.Name);
            }
            else if (IsLeftOut(reader.Name))
            {
                reader.Skip();
            }
            else
            {
                Start(reader);
            }
        }

        return blocks;
    }

    /// <summary>Deleted and moved words, what a property was before, the reading above a word, text boxes, and how older programs show what newer ones draw.</summary>
    private static bool IsLeftOut(string element) =>
        element is "del" or "moveFrom" or "Fallback" or "sectPr" or "pPrChange" or "rPrChange" or "rt" or "txbxContent";

    private void Start(WordReader reader)
    {
        switch (reader.Name)
        {
            case "p":
                Flush();
                paragraph++;
                (isRead, level) = (true, 0);
                break;
            case "tbl":
                tables.Push(default);
                break;
            case "tr" when tables.Count > 0:
                tables.Pop();
                tables.Push(new TableCell(++rows, -1));
                break;
            case "tblHeader" when tables.Count > 0:
                tables.Push(tables.Pop() with { IsHeader = true });
                break;
            case "tc" when tables.TryPop(out var cell):
                tables.Push(cell with { Column = cell.Column + 1 });
                break;
            case "pStyle":
                Restyle(styles.Level(reader.Attribute("val")));
                break;
            case "outlineLvl" when level == 0 && int.TryParse(reader.Attribute("val"), NumberStyles.None, CultureInfo.InvariantCulture, out var outline) && outline < 6:
                Restyle(outline + 2);
                break;
            case "r":
                (runIsHidden, runIsBold) = (false, false);
                break;
            case "vanish":
                runIsHidden = IsOn(reader);
                break;
            case "b":
                runIsBold = IsOn(reader);
                break;
            case "t":
                inText = true;
                break;
            case "tab" when !runIsHidden:
                block?.Space();
                break;
            case "br" or "cr" when !runIsHidden:
                block?.Break();
                break;
            case "noBreakHyphen":
                Add("-");
                break;
            default:
                break;
        }
    }

    private void Add(string words)
    {
        if (!isRead || runIsHidden)
        {
            return;
        }

        // Most documents have empty paragraphs, some have nothing else.
        block ??= new DocumentBlock(level) { Cell = tables.TryPeek(out var cell) ? cell : null };
        if (runIsBold)
        {
            block.BeginBold();
        }

        block.Add(words, new TextSpan(paragraph, paragraph + 1));
        if (runIsBold)
        {
            block.EndBold();
        }
    }

    private void End(string element)
    {
        switch (element)
        {
            case "p":
                Flush();
                break;
            case "tbl":
                tables.TryPop(out _);
                break;
            case "r":
                (runIsHidden, runIsBold) = (false, false);
                break;
            case "t":
                inText = false;
                break;
            default:
                break;
        }
    }

    private void Restyle(int styled)
    {
        level = styled;
        isRead = level != DocxStyles.NotSpoken;
    }

    private void Flush()
    {
        if (block is { IsEmpty: false } full)
        {
            blocks.Add(full);
        }

        (block, isRead) = (null, false);
    }

    private static bool IsOn(WordReader reader) => reader.Attribute("val") is not ("0" or "false" or "off");
}
