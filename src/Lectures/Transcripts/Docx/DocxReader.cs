using System.Xml;
using DocumentFormat.OpenXml.Packaging;
using Lectures.Transcripts.Documents;

namespace Lectures.Transcripts.Docx;

/// <summary>From a document's bytes to its headings and paragraphs. All that touches the document library starts here, so that it loads for documents only.</summary>
internal static class DocxReader
{
    /// <summary>Null where the document is damaged.</summary>
    /// <param name="guessed">What its properties say of the lecture.</param>
    public static IReadOnlyList<DocumentBlock>? Read(byte[] content, out LectureDetails guessed)
    {
        guessed = LectureDetails.None;
        try
        {
            using var document = WordprocessingDocument.Open(new MemoryStream(content, writable: false), isEditable: false);
            if (document.MainDocumentPart is not { } main)
            {
                return null;
            }

            guessed = new LectureDetails { Title = Title(document.PackageProperties.Title) };
            return new ParagraphReader(DocxStyles.Of(main.StyleDefinitionsPart)).Read(main);
        }
        catch (Exception damaged) when (damaged is OpenXmlPackageException or XmlException or IOException or InvalidDataException or FormatException or InvalidOperationException
            or ArgumentException or NotSupportedException or KeyNotFoundException)
        {
            // What the library throws over a damaged package is of many types, and each means the same to the one who brought the file.
            return null;
        }
    }

    /// <summary>Word writes the first line, or the file's name on another machine, where nobody filled in a title.</summary>
    private static string? Title(string? title) =>
        string.IsNullOrWhiteSpace(title) || title.StartsWith("Microsoft Word", StringComparison.Ordinal) || title.StartsWith("Document", StringComparison.Ordinal) ? null : title.Trim();
}
