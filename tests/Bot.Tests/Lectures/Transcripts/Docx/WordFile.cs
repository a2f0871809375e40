using System.IO.Compression;
using System.Text;

namespace Bot.Tests.Lectures.Transcripts.Docx;

/// <summary>Makes Word documents, also such as no program writes.</summary>
internal static class WordFile
{
    private const string Types =
        """<?xml version="1.0" encoding="UTF-8"?><Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Default Extension="bin" ContentType="application/octet-stream"/><Override PartName="/word/document.xml" ContentType="application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml"/></Types>""";

    private const string Relations =
        """<?xml version="1.0" encoding="UTF-8"?><Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="rId1" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/officeDocument" Target="word/document.xml"/></Relationships>""";

    public static byte[] Of(string body, params (string Part, byte[] Content)[] parts) => Raw(
        $"""<?xml version="1.0" encoding="UTF-8"?><w:document xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main" xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships"><w:body>{body}</w:body></w:document>""",
        parts);

    public static byte[] Raw(string document, params (string Part, byte[] Content)[] parts)
    {
        var buffer = new MemoryStream();
        using (var archive = new ZipArchive(buffer, ZipArchiveMode.Create))
        {
            Add(archive, "[Content_Types].xml", Encoding.UTF8.GetBytes(Types));
            Add(archive, "_rels/.rels", Encoding.UTF8.GetBytes(Relations));
            Add(archive, "word/document.xml", Encoding.UTF8.GetBytes(document));
            foreach (var (part, content) in parts)
            {
                Add(archive, part, content);
            }
        }

        return buffer.ToArray();
    }

    private static void Add(ZipArchive archive, string part, byte[] content)
    {
        using var stream = archive.CreateEntry(part, CompressionLevel.Fastest).Open();
        stream.Write(content);
    }
}
