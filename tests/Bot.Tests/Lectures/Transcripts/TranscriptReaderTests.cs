using System.Text;
using CsCheck;
using Lectures.Transcripts;
using Microsoft.Extensions.Options;

namespace Bot.Tests.Lectures.Transcripts;

public class TranscriptReaderTests
{
    [Theory]
    [InlineData("")]
    [InlineData(" \t\r\n\n")]
    public void An_empty_file_is_rejected(string text) => Assert.Contains("is empty", Read.Rejection(text).Reason, StringComparison.Ordinal);

    [Fact]
    public void A_binary_file_is_rejected_at_its_first_strange_line()
    {
        var rejection = Read.Rejection([.. "One line.\nAnother "u8, 0, 1, 2, 3]);

        Assert.Equal(2, rejection.Line);
        Assert.Contains("not text", rejection.Reason, StringComparison.Ordinal);
    }

    [Fact]
    public void Bytes_of_no_known_encoding_are_rejected_with_their_line()
    {
        var rejection = Read.Rejection([.. "One line.\nAnother.\nCaf"u8, 0xE9, 0x81, .. " is nothing.\n"u8]);

        Assert.Equal(3, rejection.Line);
        Assert.Contains("UTF-8", rejection.Reason, StringComparison.Ordinal);
    }

    [Fact]
    public void A_file_above_the_limit_is_rejected_by_its_size_alone()
    {
        var reader = new TranscriptReader(Options.Create(new TranscriptOptions { MaxBytes = 1_000 }));

        Assert.Contains("at most 0 MB", reader.RejectBySize("a.txt", 1_001)?.Reason.Replace("0.0", "0", StringComparison.Ordinal), StringComparison.Ordinal);
        Assert.Null(reader.RejectBySize("a.txt", 1_000));
        Assert.IsType<ParseResult.Rejected>(reader.Read("a.txt", new byte[1_001]));
    }

    [Fact]
    public void No_bytes_make_the_reader_throw() => Property.Holds(Gen.Byte.Array[0, 300], static bytes => Read.Result(bytes), 1_000);

    [Fact]
    public void No_text_of_marks_makes_the_reader_throw()
    {
        var pieces = Property.OneOf("[", "]", "-->", "00:01", "[00:01 --> 00:02]", "#", "\n", "\r", " ", "By ", "A B", "Q:", "Common Questions about ", "word", ".", "\uFEFF", "…", "99999999999:1");

        Property.Holds(pieces.Array[0, 60], static parts => Read.Result(Encoding.UTF8.GetBytes(string.Concat(parts))), 2_000);
    }
}
