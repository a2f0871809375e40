using System.Globalization;
using System.IO.Compression;

namespace Lectures.Transcripts.Docx;

/// <summary>Looks into a document's ZIP archive before anything else does: what it unpacks to is counted, not believed.</summary>
internal static class DocxPackage
{
    private const int MostParts = 5_000;

    /// <summary>A link takes 200 bytes of it.</summary>
    private const long MostIndexBytes = 2_000_000;

    private const int LongestTag = 60_000;
    private const string Document = "word/document.xml";

    /// <summary>Why the archive is not read; null for one that may be.</summary>
    public static string? Refuse(byte[] content, TranscriptOptions options)
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
                : Unpacks(archive, options);
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

    private static string? Unpacks(ZipArchive archive, TranscriptOptions options)
    {
        var buffer = new byte[81_920];
        var total = 0L;
        foreach (var part in archive.Entries)
        {
            using var stream = part.Open();
            var isText = IsText(part.FullName);
            var (size, tag, most) = (0L, 0, IsIndex(part.FullName) ? MostIndexBytes : isText ? options.MaxBytes : long.MaxValue);
            int read;
            while ((read = stream.Read(buffer)) > 0)
            {
                (size, total) = (size + read, total + read);
                if (total > options.MaxUnpackedBytes)
                {
                    return string.Create(
                        CultureInfo.InvariantCulture,
                        $"The Word document unpacks to more than {options.MaxUnpackedBytes / 1_000_000} MB. Remove its pictures, or save the text alone.");
                }

                if (size > most || (isText && !AreShort(buffer.AsSpan(0, read), ref tag)))
                {
                    return "The Word document holds too much besides its words and pictures. Save it again in Word, or save the text alone.";
                }
            }
        }

        return null;
    }

    /// <summary>Whether the tags in a piece of a part stay short: the XML reader's time grows faster than the number of attributes in one.</summary>
    /// <param name="open">The bytes since a tag was opened, 0 where none is; goes on with the next piece.</param>
    private static bool AreShort(ReadOnlySpan<byte> piece, ref int open)
    {
        while (!piece.IsEmpty)
        {
            var next = piece.IndexOf(open == 0 ? (byte)'<' : (byte)'>');
            open += open > 0 ? next < 0 ? piece.Length : next : 0;
            if (open > LongestTag)
            {
                return false;
            }

            open = next < 0 ? open : open == 0 ? 1 : 0;
            piece = next < 0 ? default : piece[(next + 1)..];
        }

        return true;
    }

    /// <summary>What the document library holds in memory as a whole.</summary>
    private static bool IsIndex(string part) =>
        part.EndsWith(".rels", StringComparison.OrdinalIgnoreCase) || part.Equals("[Content_Types].xml", StringComparison.OrdinalIgnoreCase);

    private static bool IsText(string part) => part.EndsWith(".xml", StringComparison.OrdinalIgnoreCase);

    private static bool IsMacro(string part) =>
        part.EndsWith("vbaProject.bin", StringComparison.OrdinalIgnoreCase) || part.EndsWith("vbaData.xml", StringComparison.OrdinalIgnoreCase);
}
