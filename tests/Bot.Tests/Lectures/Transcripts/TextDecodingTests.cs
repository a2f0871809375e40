using System.Text;
using Lectures.Transcripts;

namespace Bot.Tests.Lectures.Transcripts;

public sealed class TextDecodingTests
{
    private const string Words = "Müntzer said: “Omnia sunt communia” — in 1525.\r\nHe was 35 years old.\r\n";

    [Theory]
    [InlineData("utf-8", false)]
    [InlineData("utf-8", true)]
    [InlineData("utf-16", false)]
    [InlineData("utf-16", true)]
    [InlineData("utf-16BE", false)]
    [InlineData("utf-16BE", true)]
    [InlineData("windows-1252", false)]
    public void Text_is_read_in_every_encoding_and_a_byte_order_mark_stays(string name, bool mark)
    {
        var encoding = name == "windows-1252" ? CodePagesEncodingProvider.Instance.GetEncoding(1252)! : Encoding.GetEncoding(name);
        byte[] bytes = [.. mark ? encoding.GetPreamble() : [], .. encoding.GetBytes(Words)];

        var decoded = TextDecoding.Decode(bytes);

        Assert.Equal((mark ? "\uFEFF" : "") + Words, decoded.Text);
    }

    [Theory]
    [InlineData("שלום לכולם. היום נדבר על רומא.\nרומא לא נבנתה ביום אחד.\n")]
    [InlineData("Добрый день. Сегодня мы говорим о Риме.\n")]
    public void UTF16_without_a_mark_is_told_in_other_scripts_too(string words)
    {
        Assert.Equal(words, TextDecoding.Decode(Encoding.Unicode.GetBytes(words)).Text);
        Assert.Equal(words, TextDecoding.Decode(Encoding.BigEndianUnicode.GetBytes(words)).Text);
    }

    [Fact]
    public void All_of_Windows_1252_is_read_as_the_framework_reads_it()
    {
        var bytes = Enumerable.Range(0xA0, 0x60).Concat(Enumerable.Range(0x80, 0x20).Except([0x81, 0x8D, 0x8F, 0x90, 0x9D])).Select(static b => (byte)b).Reverse().ToArray();
        byte[] text = [.. Enumerable.Repeat((byte)'a', 1_000), .. bytes.SelectMany(static b => new[] { b, (byte)' ' })];

        var decoded = TextDecoding.Decode(text);

        Assert.Equal(CodePagesEncodingProvider.Instance.GetEncoding(1252)!.GetString(text), decoded.Text);
    }

    [Fact]
    public void UTF8_that_broke_is_rejected_at_its_line_and_not_read_as_another_encoding()
    {
        byte[] broken = [.. Encoding.UTF8.GetBytes("Größe, Öl, Übermut.\nZweite Zeile: "), 0xC3, (byte)' ', .. Encoding.UTF8.GetBytes("müde")];

        var decoded = TextDecoding.Decode(broken);

        Assert.Null(decoded.Text);
        Assert.Equal(2, decoded.Line);
    }

    [Fact]
    public void An_encoding_of_another_alphabet_is_rejected_and_not_guessed()
    {
        var bytes = CodePagesEncodingProvider.Instance.GetEncoding(1251)!.GetBytes("Добрый день.\nСегодня мы говорим о Риме.");

        var decoded = TextDecoding.Decode(bytes);

        Assert.Null(decoded.Text);
        Assert.Equal(1, decoded.Line);
        Assert.Contains("UTF-8", decoded.Reason, StringComparison.Ordinal);
    }

    [Fact]
    public void UTF16_that_broke_is_rejected_at_its_line()
    {
        byte[] broken = [.. Encoding.Unicode.GetPreamble(), .. Encoding.Unicode.GetBytes("One.\nTwo."), 0x00, 0xD8, .. Encoding.Unicode.GetBytes(" three")];

        var decoded = TextDecoding.Decode(broken);

        Assert.Null(decoded.Text);
        Assert.Equal(2, decoded.Line);
    }

    [Theory]
    [InlineData("%PDF-1.7 ...", "PDF")]
    [InlineData(@"{\rtf1\ansi Hello}", "RTF")]
    public void A_file_that_only_looks_like_a_transcript_is_refused_with_a_way_out(string content, string named)
    {
        var rejected = Assert.IsType<ParseResult.Rejected>(TranscriptFiles.Read("a.txt", Encoding.ASCII.GetBytes(content)));

        Assert.Contains(named, rejected.Reason, StringComparison.Ordinal);
    }
}
