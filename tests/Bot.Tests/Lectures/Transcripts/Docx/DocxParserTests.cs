using System.Buffers.Binary;
using System.Text;
using Lectures.Transcripts;

namespace Bot.Tests.Lectures.Transcripts.Docx;

public sealed class DocxParserTests
{
    private const string Paragraph = "<w:p><w:r><w:t>Rome fell.</w:t></w:r></w:p>";

    [Fact]
    public void A_document_is_known_by_its_content_whatever_its_name_says()
    {
        var parsed = Assert.IsType<ParseResult.Parsed>(TranscriptFiles.Read("rome.txt", WordFile.Of(Paragraph)));

        Assert.Equal("Rome fell.", parsed.Transcript.Text);
    }

    [Fact]
    public void A_bomb_is_refused_before_it_is_unpacked()
    {
        var document = WordFile.Of(Paragraph, ("word/media/image1.bin", new byte[70_000_000]));

        var before = GC.GetAllocatedBytesForCurrentThread();
        var rejected = Rejected(document);

        Assert.Contains("60 MB", rejected.Reason, StringComparison.Ordinal);
        Assert.True(GC.GetAllocatedBytesForCurrentThread() - before < 5_000_000);
    }

    [Fact]
    public void A_document_that_lies_about_its_size_gives_no_more_than_it_says()
    {
        var document = WordFile.Of(Paragraph + string.Concat(Enumerable.Repeat(" ", 70_000_000)));
        for (var i = 0; i + 46 < document.Length; i++)
        {
            // The central directory says how large each part becomes.
            if (BinaryPrimitives.ReadUInt32LittleEndian(document.AsSpan(i)) == 0x02014b50 && BinaryPrimitives.ReadInt32LittleEndian(document.AsSpan(i + 24)) > 1_000_000)
            {
                BinaryPrimitives.WriteInt32LittleEndian(document.AsSpan(i + 24), 1_000);
            }
        }

        var before = GC.GetAllocatedBytesForCurrentThread();
        Assert.Contains("damaged", Rejected(document).Reason, StringComparison.Ordinal);
        Assert.True(GC.GetAllocatedBytesForCurrentThread() - before < 5_000_000);
    }

    [Fact]
    public void Macros_are_refused() =>
        Assert.Contains("macros", Rejected(WordFile.Of(Paragraph, ("word/vbaProject.bin", [1, 2, 3]))).Reason, StringComparison.Ordinal);

    [Fact]
    public void Another_archive_is_refused()
    {
        var buffer = new MemoryStream();
        using (var archive = new System.IO.Compression.ZipArchive(buffer, System.IO.Compression.ZipArchiveMode.Create))
        {
            archive.CreateEntry("lecture.txt");
        }

        Assert.Contains("ZIP", Rejected(buffer.ToArray()).Reason, StringComparison.Ordinal);
    }

    [Fact]
    public void Entities_are_not_resolved()
    {
        var document = WordFile.Raw(
            "<!DOCTYPE w:document [<!ENTITY a \"aaaaaaaaaa\"><!ENTITY b \"&a;&a;&a;&a;&a;&a;\">]><w:document xmlns:w=\"http://schemas.openxmlformats.org/wordprocessingml/2006/main\"><w:body><w:p><w:r><w:t>&b;</w:t></w:r></w:p></w:body></w:document>");

        Assert.Contains("damaged", Rejected(document).Reason, StringComparison.Ordinal);
    }

    [Fact]
    public void Nesting_ten_thousand_deep_is_refused()
    {
        var nested = string.Concat(Enumerable.Repeat("<w:sdt><w:sdtContent>", 10_000)) + Paragraph + string.Concat(Enumerable.Repeat("</w:sdtContent></w:sdt>", 10_000));

        Assert.Contains("damaged", Rejected(WordFile.Of(nested)).Reason, StringComparison.Ordinal);
    }

    [Fact]
    public void Every_damage_is_a_rejection_or_still_readable()
    {
        var good = File.ReadAllBytes(Path.Combine(TranscriptFiles.Folder, "docx", "word-tracked-changes.docx"));
        var random = new Random(1906);
        for (var i = 0; i < 300; i++)
        {
            var bytes = good.ToArray();
            for (var flips = random.Next(1, 6); flips > 0; flips--)
            {
                bytes[random.Next(4, bytes.Length)] ^= (byte)(1 << random.Next(8));
            }

            var cut = random.Next(3) == 0 ? random.Next(4, bytes.Length) : bytes.Length;
            Assert.NotNull(TranscriptFiles.Read("a.docx", bytes[..cut]));
        }
    }

    [Fact]
    public void Broken_addresses_of_links_do_not_matter()
    {
        const string Links = """<?xml version="1.0"?><Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="rId9" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/hyperlink" Target="mailto:a@b.example, c@d.example:::http://[" TargetMode="External"/></Relationships>""";
        var document = WordFile.Of("<w:p><w:hyperlink r:id=\"rId9\"><w:r><w:t>Rome fell.</w:t></w:r></w:hyperlink></w:p>", ("word/_rels/document.xml.rels", Encoding.UTF8.GetBytes(Links)));

        var parsed = Assert.IsType<ParseResult.Parsed>(TranscriptFiles.Read("a.docx", document));

        Assert.Equal("Rome fell.", parsed.Transcript.Text);
    }

    private static ParseResult.Rejected Rejected(byte[] document) => Assert.IsType<ParseResult.Rejected>(TranscriptFiles.Read("a.docx", document));
}
