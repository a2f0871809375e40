using System.Text;
using Lectures.Transcripts;

namespace Bot.Tests.Lectures.Transcripts.Json;

public sealed class JsonTranscriptParserTests
{
    [Fact]
    public void Json_that_breaks_off_is_rejected_at_its_line()
    {
        var rejected = Rejected("{\n  \"segments\": [\n    {\"start\": 0, \"end\": 2, \"text\": \"Good eve");

        Assert.Equal(3, rejected.Line);
        Assert.Contains("cut off", rejected.Reason, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("{\"name\": \"clio\", \"version\": 3}")]
    [InlineData("{\"segments\": \"none\"}")]
    [InlineData("{\"results\": {\"items\": [{\"type\": \"pronunciation\"}]}}")]
    [InlineData("[{\"id\": 1}, [2], 3]")]
    [InlineData("{}")]
    public void Json_of_another_kind_is_rejected_with_what_to_do(string json) => Assert.Contains("WebVTT", Rejected(json).Reason, StringComparison.Ordinal);

    [Fact]
    public void Segments_without_words_are_rejected() =>
        Assert.Contains("no words", Rejected("{\"segments\": [{\"start\": 0, \"end\": 1, \"text\": \"  \\n \"}]}").Reason, StringComparison.Ordinal);

    [Theory]
    [InlineData("{\"segments\": ")]
    [InlineData("{\"other\": ")]
    [InlineData("{\"segments\": [{\"words\": ")]
    public void Deep_nesting_is_rejected_and_not_followed(string start)
    {
        var depth = new StringBuilder(start).Insert(start.Length, "[", 100_000).Insert(start.Length + 100_000, "]", 100_000);

        Assert.Contains("cannot be read", Rejected(depth.ToString()).Reason, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("NaN")]
    [InlineData("-Infinity")]
    [InlineData("Infinity")]
    public void Numbers_that_only_python_knows_do_not_spoil_a_transcript(string number)
    {
        var transcript = Parsed($"{{\"segments\": [{{\"start\": 1, \"end\": 2, \"text\": \"NaN is \\\" Infinity.\", \"no_speech_prob\": {number}}}]}}");

        Assert.Equal("NaN is \" Infinity.", transcript.Text);
        Assert.Equal(TimeSpan.FromSeconds(1), transcript.Cues[0].Start);
    }

    [Fact]
    public void Half_a_character_in_an_escape_becomes_the_mark_for_none()
    {
        var transcript = Parsed("{\"segments\": [{\"text\": \"A \\ud83d b \\ud83d\\udc51 c.\"}]}");

        Assert.Equal("A \uFFFD b \U0001F451 c.", transcript.Text);
    }

    [Theory]
    [InlineData("-1")]
    [InlineData("1e300")]
    [InlineData("\"soon\"")]
    [InlineData("null")]
    [InlineData("{\"seconds\": 3}")]
    public void A_segment_whose_time_is_none_is_still_spoken(string start)
    {
        var transcript = Parsed($"{{\"segments\": [{{\"start\": {start}, \"text\": \"Rome fell.\"}}]}}");

        Assert.Equal("Rome fell.", transcript.Text);
        Assert.Empty(transcript.Cues);
    }

    [Fact]
    public void A_recogniser_asked_for_text_alone_is_read_without_times()
    {
        var transcript = Parsed("{\"text\": \"Rome fell. Ravenna did not.\"}");

        Assert.Equal(2, transcript.Sentences.Count);
        Assert.Empty(transcript.Cues);
    }

    [Fact]
    public void A_bare_list_with_durations_is_read()
    {
        var transcript = Parsed("[{\"text\": \"Rome fell.\", \"start\": 7.58, \"duration\": 6.13}, {\"text\": \"Ravenna did not.\", \"start\": 13.8, \"duration\": 2}]");

        Assert.Equal(TimeSpan.FromSeconds(13.71), transcript.Cues[0].End);
    }

    [Fact]
    public void Offsets_count_a_byte_order_mark_and_letters_beyond_ascii_as_the_decoded_file_does()
    {
        const string Json = "\uFEFF{\"note\": \"Đặng \U0001F451\", \"segments\": [{\"text\": \"Đặng spoke.\"}]}";

        var place = Parsed(Json).Source.Locate(new TextSpan(0, 11));

        Assert.Equal("Đặng spoke.", Json[place.Start..place.End]);
    }

    private static Transcript Parsed(string json) => Assert.IsType<ParseResult.Parsed>(TranscriptFiles.Read("a.json", Encoding.UTF8.GetBytes(json))).Transcript;

    private static ParseResult.Rejected Rejected(string json) => Assert.IsType<ParseResult.Rejected>(TranscriptFiles.Read("a.json", Encoding.UTF8.GetBytes(json)));
}
