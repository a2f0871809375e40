namespace Bot.Tests.Lectures.Transcripts;

public sealed class DocumentFilesTests
{
    public static TheoryData<string> Inputs() => TranscriptFiles.Inputs("plain", "markdown", "html", "docx", "encodings");

    [Theory]
    [MemberData(nameof(Inputs))]
    public void A_document_is_read_as_its_expected_output_says(string file)
    {
        var transcript = TranscriptFiles.Transcript(file);

        Assert.Equal(File.ReadAllText(Path.Combine(TranscriptFiles.Folder, file + TranscriptFiles.Expected)), TranscriptDump.Of(transcript));
    }
}
