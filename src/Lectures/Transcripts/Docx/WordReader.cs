using System.Xml;
using DocumentFormat.OpenXml.Packaging;

namespace Lectures.Transcripts.Docx;

/// <summary>
/// Goes through a part of a document, element by element. The document library's own reader makes lists of attributes and namespaces
/// for each of them: ten megabytes of empty paragraphs, which pack to a hundred kilobytes, took it four seconds and 600 MB.
/// </summary>
internal sealed class WordReader : IDisposable
{
    private const int DeepestNesting = 500;

    /// <summary>ISO/IEC 29500: what programs write, and its strict form.</summary>
    private const string Word = "http://schemas.openxmlformats.org/wordprocessingml/2006/main";
    private const string StrictWord = "http://purl.oclc.org/ooxml/wordprocessingml/main";
    private const string Compatibility = "http://schemas.openxmlformats.org/markup-compatibility/2006";

    private readonly Stream stream;
    private readonly XmlReader xml;
    private bool endPending;

    public WordReader(OpenXmlPart part)
    {
        stream = part.GetStream(FileMode.Open, FileAccess.Read);
        xml = XmlReader.Create(stream, new XmlReaderSettings { DtdProcessing = DtdProcessing.Prohibit, XmlResolver = null, IgnoreComments = true, IgnoreProcessingInstructions = true });
    }

    /// <summary>Of the present element, without its prefix; empty for text and for what is not of Word's.</summary>
    public string Name { get; private set; } = "";

    /// <summary>Whether the present element ends; one without content begins and then ends.</summary>
    public bool IsEnd { get; private set; }

    /// <summary>Null where no text is.</summary>
    public string? Text { get; private set; }

    public bool Next()
    {
        if (endPending)
        {
            (endPending, IsEnd) = (false, true);
            return true;
        }

        while (xml.Read())
        {
            switch (xml.NodeType)
            {
                case XmlNodeType.Element when xml.Depth > DeepestNesting:
                    throw new InvalidDataException("The document is nested too deep.");
                case XmlNodeType.Element or XmlNodeType.EndElement:
                    Name = xml.NamespaceURI is Word or StrictWord or Compatibility ? xml.LocalName : "";
                    (IsEnd, Text, endPending) = (xml.NodeType == XmlNodeType.EndElement, null, xml.IsEmptyElement);
                    return true;
                case XmlNodeType.Text or XmlNodeType.CDATA or XmlNodeType.Whitespace or XmlNodeType.SignificantWhitespace:
                    (Name, IsEnd, Text) = ("", false, xml.Value);
                    return true;
                default:
                    break;
            }
        }

        return false;
    }

    /// <summary>Passes over what stands within the element that begins here, up to its end.</summary>
    public void Skip()
    {
        var depth = xml.Depth;
        for (var more = !endPending; more && xml.Read() && xml.Depth > depth;)
        {
        }

        (endPending, IsEnd) = (false, true);
    }

    /// <summary>Of the element that begins here.</summary>
    public string? Attribute(string name) => xml.GetAttribute(name, xml.NamespaceURI) ?? xml.GetAttribute(name);

    public void Dispose()
    {
        xml.Dispose();
        stream.Dispose();
    }
}
