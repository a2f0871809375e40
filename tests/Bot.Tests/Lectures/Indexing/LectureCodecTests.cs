using CsCheck;
using Lectures.Indexing;
using Lectures.Passages;
using Lectures.Transcripts;

namespace Bot.Tests.Lectures.Indexing;

public class LectureCodecTests
{
    private static readonly string[] Words = ["Rome fell.", "It was old; nobody cared.", "他走了。", "Zoë’s 😀 café.", "x", "No end"];

    private static readonly Gen<(int Kind, int Number)[]> Steps = Gen.Select(Gen.Int[0, 8], Gen.Int[0, 100_000], static (kind, number) => (kind, number)).Array[1, 60];

    [Fact]
    public void What_is_written_is_read_again() => Property.Holds(Steps, static steps =>
    {
        var transcript = Build(steps);
        var lecture = new IndexedLecture(transcript, new PassageCutter(new PassageOptions { TargetWords = 40 }).Cut(transcript));
        var bytes = LectureCodec.Write(lecture);

        var read = LectureReader.Whole(bytes);

        var back = read.Transcript;
        Assert.Equal(transcript.Lecture, back.Lecture);
        Assert.Equal((transcript.Text, transcript.LinesSetAside, transcript.Source.Unit), (back.Text, back.LinesSetAside, back.Source.Unit));
        Assert.Equal(transcript.Sections, back.Sections);
        Assert.Equal(transcript.Paragraphs, back.Paragraphs);
        Assert.Equal(transcript.Sentences, back.Sentences);
        Assert.Equal(transcript.Cues, back.Cues);
        Assert.Equal(transcript.Source.Runs, back.Source.Runs);
        Assert.Equal(lecture.Passages.Select(static passage => (passage.Ordinal, passage.FirstSentence, passage.EndSentence, passage.Id)),
            read.Passages.Select(static passage => (passage.Ordinal, passage.FirstSentence, passage.EndSentence, passage.Id)));
    });

    /// <summary>Whatever an answer tells of a passage is the same whether the lecture was read or the passage alone.</summary>
    [Fact]
    public void A_passage_read_alone_tells_the_same_of_all_its_sentences() => Property.Holds(Steps, static steps =>
    {
        var transcript = Build(steps);
        var lecture = new IndexedLecture(transcript, new PassageCutter(new PassageOptions { TargetWords = 20 }).Cut(transcript));
        var bytes = LectureCodec.Write(lecture);

        foreach (var whole in lecture.Passages)
        {
            var alone = LectureReader.One(bytes, whole.Ordinal);

            Assert.Equal((whole.Ordinal, whole.Id, whole.Text, whole.Section), (alone.Ordinal, alone.Id, alone.Text, alone.Section));
            Assert.Equal(alone.Text, alone.Transcript.Text);
            Assert.Equal(TellsOf(whole), TellsOf(alone));
        }
    });

    private static IEnumerable<(string, Citation, TextSpan, (int, int))> TellsOf(Passage passage)
    {
        var transcript = passage.Transcript;
        for (var first = 0; first < passage.EndSentence - passage.FirstSentence; first++)
        {
            for (var last = first; last < passage.EndSentence - passage.FirstSentence; last++)
            {
                var span = new TextSpan(passage.Sentence(first).Start, passage.Sentence(last).End);
                yield return (span.In(transcript.Text), Citation.Of(passage, span), transcript.Source.Locate(span), transcript.Source.Lines(span));
            }
        }
    }

    private static Transcript Build((int Kind, int Number)[] steps)
    {
        var builder = new TranscriptBuilder("a/b.txt", steps.Length % 2 == 0 ? SourceUnit.Character : SourceUnit.Segment);
        foreach (var (kind, number) in steps)
        {
            switch (kind)
            {
                case 0:
                    builder.BeginSection($"Heading {number}");
                    break;
                case 1:
                    builder.BeginParagraph();
                    break;
                case 2:
                    builder.SpokenBy(number % 3 == 0 ? null : $"Speaker {number % 3}");
                    break;
                case 3:
                    builder.SetAside();
                    break;
                case 4:
                    builder.BeginCue(TimeSpan.FromMilliseconds(number * 37L), TimeSpan.FromMilliseconds(number * 37L + number % 5_000));
                    break;
                case 5:
                    builder.Append(Words[number % Words.Length], new TextSpan(number, number + number % 50), number % 700);
                    break;
                default:
                    builder.Append(Words[number % Words.Length], number, number % 900 + 1);
                    break;
            }
        }

        builder.Append("The end.", 7, 3);
        var first = steps[0].Number;
        return builder.Build(new LectureDetails
        {
            Title = $"Title {first}",
            Series = first % 2 == 0 ? "Series" : null,
            Speaker = first % 3 == 0 ? "Ægir Þórsson" : null,
            Number = first % 5 == 0 ? first % 40 : null,
            Date = first % 7 == 0 ? DateOnly.FromDayNumber(first) : null,
            Url = first % 2 == 1 ? new Uri($"https://lectures.example/watch?v={first}") : null,
        });
    }
}
