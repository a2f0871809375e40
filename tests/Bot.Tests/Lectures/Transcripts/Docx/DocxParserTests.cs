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
    public void A_tag_of_a_million_attributes_is_refused_before_it_is_read()
    {
        var attributes = string.Concat(Enumerable.Range(0, 100_000).Select(static i => $" a{i}=\"1\""));

        Assert.Contains("besides its words", Rejected(WordFile.Of($"<w:p{attributes}/>{Paragraph}")).Reason, StringComparison.Ordinal);
    }

    [Fact]
    public void A_long_text_is_no_long_tag()
    {
        var words = string.Concat(Enumerable.Repeat("Rome fell. ", 20_000));

        Assert.Equal(20_000, Read(WordFile.Of($"<w:p><w:r><w:t>{words}</w:t></w:r></w:p>")).Sentences.Count);
    }

    [Fact]
    public void Empty_paragraphs_take_no_memory()
    {
        var document = WordFile.Of(string.Concat(Enumerable.Repeat("<w:p/>", 500_000)) + Paragraph);
        _ = Read(document);

        var before = GC.GetAllocatedBytesForCurrentThread();
        var transcript = Read(document);

        Assert.True(GC.GetAllocatedBytesForCurrentThread() - before < 5_000_000);
        Assert.Equal(new TextSpan(500_000, 500_001), transcript.Source.Locate(transcript.Sentences[0]));
    }

    [Theory]
    [InlineData("word/_rels/document.xml.rels", 2_100_000)]
    [InlineData("word/footnotes.xml", 20_100_000)]
    public void Parts_that_a_lecture_does_not_fill_are_refused(string part, int bytes) =>
        Assert.Contains("besides its words", Rejected(WordFile.Of(Paragraph, (part, new byte[bytes]))).Reason, StringComparison.Ordinal);

    [Theory]
    [InlineData("http://schemas.openxmlformats.org/wordprocessingml/2006/main")]
    [InlineData("http://purl.oclc.org/ooxml/wordprocessingml/main")]
    public void The_strict_form_is_read_like_the_usual_one(string language)
    {
        var document = WordFile.Raw($"<d:document xmlns:d=\"{language}\"><d:body><d:p><d:pPr><d:pStyle d:val=\"Heading1\"/></d:pPr><d:r><d:t>I. Rome</d:t></d:r></d:p>"
            + "<d:p><d:r><d:t>Rome</d:t></d:r><d:r><d:tab/><d:t>fell.</d:t><d:t xml:space=\"preserve\"> </d:t></d:r></d:p><d:p><d:r><d:t>It had been warned.</d:t></d:r></d:p></d:body></d:document>");

        Assert.Equal(["Rome fell.", "It had been warned."], Transcripts.Read.Sentences(Read(document)));
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

    private static Transcript Read(byte[] document) => Assert.IsType<ParseResult.Parsed>(TranscriptFiles.Read("a.docx", document)).Transcript;

    private static ParseResult.Rejected Rejected(byte[] document) => Assert.IsType<ParseResult.Rejected>(TranscriptFiles.Read("a.docx", document));
}
