using System.Globalization;
using System.IO.Compression;

namespace Lectures.Transcripts.Docx;

/// <summary>Looks into a document's ZIP archive before anything else does: what it unpacks to is counted, not believed.</summary>
internal static class DocxPackage
{
    private const int MostParts = 5_000;
    private const string Document = "word/document.xml";

    /// <summary>Why the archive is not read; null for one that may be.</summary>
    public static string? Refuse(byte[] content, long mostBytes)
    {
        try
        {
            using var archive = new ZipArchive(new MemoryStream(content, writable: false), ZipArchiveMode.Read);
            if (archive.Entries.Count > MostParts)
            {
                return string.Create(CultureInfo.InvariantCulture, $"The Word document has more than {MostParts} parts. Copy its text into a new document.");
            }

            if (archive.Entries.Any(static part => IsMacro(part.FullName)))
            {
                return "The Word document holds macros. Save it as .docx, which has none.";
            }

            return archive.GetEntry(Document) is null
                ? "This is a ZIP archive and no Word document. Unpack it, and put the transcripts in it here one by one."
                : Unpacks(archive, mostBytes);
        }
        catch (InvalidDataException)
        {
            return "The Word document is damaged. Open it in Word, save it again, and put that file here.";
        }
        catch (NotSupportedException)
        {
            return "The Word document is packed in a way that cannot be read. Open it in Word, save it again, and put that file here.";
        }
    }

    private static string? Unpacks(ZipArchive archive, long mostBytes)
    {
        var buffer = new byte[81_920];
        var total = 0L;
        foreach (var part in archive.Entries)
        {
            using var stream = part.Open();
            int read;
            while ((read = stream.Read(buffer)) > 0)
            {
                total += read;
                if (total > mostBytes)
                {
                    return string.Create(
                        CultureInfo.InvariantCulture,
                        $"The Word document unpacks to more than {mostBytes / 1_000_000} MB. Remove its pictures, or save the text alone.");
                }
            }
        }

        return null;
    }

    private static bool IsMacro(string part) =>
        part.EndsWith("vbaProject.bin", StringComparison.OrdinalIgnoreCase) || part.EndsWith("vbaData.xml", StringComparison.OrdinalIgnoreCase);
}
