namespace Bot.Tests.Lectures.Transcripts.Subtitles;

public sealed class SubtitleOffsetsTests
{
    public static TheoryData<string> Files() =>
        [.. TranscriptFiles.Inputs("vtt", "srt", "same").Select(static row => row.Data).Where(static file => Path.GetExtension(file) is ".vtt" or ".srt")];

    [Theory]
    [MemberData(nameof(Files))]
    public void Every_run_of_words_stands_in_the_file_where_the_map_says(string file)
    {
        var source = File.ReadAllText(Path.Combine(TranscriptFiles.Folder, file));
        var whole = HasMark(file) ? '\uFEFF' + source : source;

        var transcript = TranscriptFiles.Transcript(file);

        Assert.All(transcript.Source.Runs, run =>
        {
            Assert.Equal(Squeezed(string.Join(' ', CueExtractor.Words(run.Source.In(whole)))), Squeezed(run.Text.In(transcript.Text)));
            Assert.Equal(run.Line, whole[..run.Source.Start].ReplaceLineEndings("\n").Count(static c => c == '\n') + 1);
        });
    }

    [Theory]
    [MemberData(nameof(Files))]
    public void No_place_in_the_file_is_shown_twice_and_every_letter_is_mapped(string file)
    {
        var transcript = TranscriptFiles.Transcript(file);

        var runs = transcript.Source.Runs;
        var places = runs.Select(static run => run.Source).OrderBy(static place => place.Start).ToList();
        Assert.All(places.Skip(1).Zip(places), static pair => Assert.True(pair.First.Start >= pair.Second.End));
        var mapped = runs.Sum(run => Squeezed(run.Text.In(transcript.Text)).Length);
        Assert.Equal(Squeezed(transcript.Text).Length, mapped);
    }

    [Theory]
    [InlineData("same/lecture.vtt")]
    [InlineData("same/lecture.srt")]
    [InlineData("vtt/course-with-guests.vtt")]
    [InlineData("vtt/edited-by-hand.vtt")]
    [InlineData("vtt/meeting-recorder.vtt")]
    [InlineData("srt/tidy-player-export.srt")]
    public void The_words_of_a_sentence_are_those_at_its_place_where_nothing_rolls(string file)
    {
        var whole = (HasMark(file) ? "\uFEFF" : "") + File.ReadAllText(Path.Combine(TranscriptFiles.Folder, file));

        var transcript = TranscriptFiles.Transcript(file);

        Assert.All(transcript.Sentences, sentence =>
        {
            var place = transcript.Source.Locate(sentence);
            Assert.Equal(Squeezed(sentence.In(transcript.Text)), Squeezed(string.Concat(CueExtractor.Words(place.In(whole)))));
        });
    }

    private static bool HasMark(string file) =>
        File.ReadAllBytes(Path.Combine(TranscriptFiles.Folder, file)) is [0xEF, 0xBB, 0xBF, ..];

    /// <summary>Without white space: a tag may part a word, and a line end is a space.</summary>
    private static string Squeezed(string text) => string.Concat(text.Where(static c => !char.IsWhiteSpace(c)));
}
