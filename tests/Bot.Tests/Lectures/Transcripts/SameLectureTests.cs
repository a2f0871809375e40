using Lectures.Transcripts;

namespace Bot.Tests.Lectures.Transcripts;

public sealed class SameLectureTests
{
    public static TheoryData<string> Others() => [.. TranscriptFiles.Inputs("same").Select(static row => row.Data).Where(static file => file != Told)];

    private const string Told = "same/lecture.txt";

    /// <summary>Formats that carry no times; all others carry them to the second.</summary>
    private static readonly string[] Untimed =
    [
        "same/lecture.plain.txt", "same/lecture.untimed.markdown", "same/lecture.whisper.txt",
    ];

    [Theory]
    [MemberData(nameof(Others))]
    public void One_lecture_has_the_same_sentences_and_times_in_every_format(string file)
    {
        var expected = TranscriptFiles.Transcript(Told);
        var isTimed = !Untimed.Contains(file);

        var transcript = TranscriptFiles.Transcript(file);

        Assert.Equal(isTimed, transcript.Cues.Count > 0);
        Assert.Equal(Sentences(expected, isTimed), Sentences(transcript, isTimed));
    }

    private static string Sentences(Transcript transcript, bool isTimed) => string.Join('\n', transcript.Sentences.Select(sentence =>
        isTimed ? TranscriptDump.Sentence(transcript, sentence) : sentence.In(transcript.Text)));
}
