namespace Bot.Tests.Lectures.Transcripts.Subtitles;

public sealed class SubtitleFilesTests
{
    public static TheoryData<string> Files() => TranscriptFiles.Inputs("vtt", "srt");

    [Theory]
    [MemberData(nameof(Files))]
    public void A_subtitle_file_gives_what_is_written_down_beside_it(string file)
    {
        var expected = File.ReadAllText(Path.Combine(TranscriptFiles.Folder, file + TranscriptFiles.Expected));

        var dump = TranscriptDump.Of(TranscriptFiles.Transcript(file));

        Assert.Equal(expected, dump);
    }
}
