namespace Bot.Tests.Lectures.Transcripts.Spoken;

public sealed class SpokenFilesTests
{
    private static readonly string[] Folders =
    [
        "whisper-json", "whisper-tsv", "whisper-text", "whispercpp-json", "podcast-json", "youtube-json3", "otter", "rev", "descript", "times", "plain-speakers", "spoken",
    ];

    public static TheoryData<string> Files() => TranscriptFiles.Inputs(Folders);

    [Theory]
    [MemberData(nameof(Files))]
    public void A_spoken_format_gives_what_is_written_down_beside_it(string file)
    {
        var expected = File.ReadAllText(Path.Combine(TranscriptFiles.Folder, file + TranscriptFiles.Expected));

        var dump = TranscriptDump.Of(TranscriptFiles.Transcript(file));

        Assert.Equal(expected, dump);
    }
}
