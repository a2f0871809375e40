using Lectures.Transcripts;

namespace Bot.Tests.Lectures.Transcripts;

public sealed class SameLectureTests
{
    public static TheoryData<string> Others() => [.. TranscriptFiles.Inputs("same").Select(static row => row.Data).Where(static file => file != Told)];

    private const string Told = "same/lecture.txt";

    [Theory]
    [MemberData(nameof(Others))]
    public void One_lecture_has_the_same_sentences_and_times_in_every_format(string file)
    {
        var expected = TranscriptFiles.Transcript(Told);

        var transcript = TranscriptFiles.Transcript(file);

        Assert.Equal(Sentences(expected, transcript), Sentences(transcript, transcript));
    }

    /// <summary>With times where the format has them.</summary>
    private static string Sentences(Transcript transcript, Transcript format) => string.Join('\n', transcript.Sentences.Select(sentence =>
        format.Cues.Count > 0 ? TranscriptDump.Sentence(transcript, sentence) : sentence.In(transcript.Text)));
}
