using DocumentFormat.OpenXml;
using DocumentFormat.OpenXml.Packaging;
using DocumentFormat.OpenXml.Wordprocessing;
using Lectures.Transcripts.Documents;
using WordParagraph = DocumentFormat.OpenXml.Wordprocessing.Paragraph;

namespace Lectures.Transcripts.Docx;

/// <summary>
/// Reads the body of a document element by element, so that neither its length nor its nesting matters. Deleted and hidden words,
/// text boxes, and the second spelling of what Word writes twice are left out.
/// </summary>
internal sealed class ParagraphReader(DocxStyles styles)
{
    private const int DeepestNesting = 500;

    private readonly List<DocumentBlock> blocks = [];
    private DocumentBlock? block;
    private int paragraph = -1;
    private int level;
    private bool runIsHidden;
    private bool runIsBold;

    public IReadOnlyList<DocumentBlock> Read(MainDocumentPart main)
    {
        using var reader = OpenXmlReader.Create(main);
        var depth = 0;
        for (var more = reader.Read(); more;)
        {
            if (reader.IsStartElement && IsLeftOut(reader.ElementType))
            {
                // Leads to what follows the element, which may be left out too.
                reader.Skip();
                more = reader.IsStartElement || reader.IsEndElement;
                continue;
            }

            if (reader.IsStartElement)
            {
                if (++depth > DeepestNesting)
                {
                    throw new InvalidDataException("The document is nested too deep.");
                }

                Start(reader);
            }
            else
            {
                depth--;
                End(reader.ElementType);
            }

            more = reader.Read();
        }

        return blocks;
    }

    private static bool IsLeftOut(Type element) =>
        element == typeof(DeletedRun) || element == typeof(MoveFromRun) || element == typeof(AlternateContentFallback) || element == typeof(SectionProperties)
        || element == typeof(ParagraphPropertiesChange) || element == typeof(RunPropertiesChange) || element == typeof(RubyContent)
        || element == typeof(TextBoxContent);

    private void Start(OpenXmlReader reader)
    {
        var element = reader.ElementType;
        if (element == typeof(WordParagraph))
        {
            Flush();
            paragraph++;
            (block, level) = (new DocumentBlock(), 0);
        }
        else if (element == typeof(ParagraphStyleId))
        {
            Restyle(styles.Level(Value(reader)));
        }
        else if (element == typeof(OutlineLevel) && level == 0 && int.TryParse(Value(reader), out var outline) && outline < 6)
        {
            Restyle(outline + 2);
        }
        else if (element == typeof(Run))
        {
            (runIsHidden, runIsBold) = (false, false);
        }
        else if (element == typeof(Vanish))
        {
            runIsHidden = IsOn(reader);
        }
        else if (element == typeof(Bold))
        {
            runIsBold = IsOn(reader);
        }
        else if (block is { } open && !runIsHidden)
        {
            ReadWords(open, reader, element);
        }
    }

    private void ReadWords(DocumentBlock open, OpenXmlReader reader, Type element)
    {
        if (element == typeof(Text))
        {
            Add(open, reader.GetText());
        }
        else if (element == typeof(TabChar) || element == typeof(Break) || element == typeof(CarriageReturn))
        {
            open.Space();
        }
        else if (element == typeof(NoBreakHyphen))
        {
            Add(open, "-");
        }
    }

    private void Add(DocumentBlock open, string words)
    {
        if (runIsBold)
        {
            open.BeginBold();
        }

        open.Add(words, new TextSpan(paragraph, paragraph + 1));
        if (runIsBold)
        {
            open.EndBold();
        }
    }

    private void End(Type element)
    {
        if (element == typeof(WordParagraph))
        {
            Flush();
        }
        else if (element == typeof(Run))
        {
            (runIsHidden, runIsBold) = (false, false);
        }
    }

    private void Restyle(int styled)
    {
        level = styled;
        block = level == DocxStyles.NotSpoken ? null : new DocumentBlock(level);
    }

    private void Flush()
    {
        if (block is { IsEmpty: false } full)
        {
            blocks.Add(full);
        }

        block = null;
    }

    private static bool IsOn(OpenXmlReader reader) => Value(reader) is not ("0" or "false" or "off");

    private static string? Value(OpenXmlReader reader)
    {
        foreach (var attribute in reader.Attributes)
        {
            if (attribute.LocalName == "val")
            {
                return attribute.Value;
            }
        }

        return null;
    }
}
