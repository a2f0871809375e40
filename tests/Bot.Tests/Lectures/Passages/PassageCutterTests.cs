using CsCheck;
using Lectures.Passages;
using Lectures.Transcripts;

namespace Bot.Tests.Lectures.Passages;

public class PassageCutterTests
{
    private static readonly PassageOptions Options = new();

    /// <summary>What comes before a paragraph: nothing, a heading, a line that was set aside; and how many words its sentences have.</summary>
    private static readonly Gen<(int Before, int[] Sentences)[]> Plans = Gen.Select(
        Gen.Frequency((6, Gen.Const(0)), (2, Gen.Const(1)), (1, Gen.Const(2))),
        Gen.Frequency((8, Gen.Int[1, 40]), (1, Gen.Int[41, 300])).Array[1, 14],
        static (before, sentences) => (before, sentences)).Array[1, 10];

    [Fact]
    public void Every_sentence_is_in_a_passage_and_passages_follow_each_other() => Holds(static (transcript, passages) =>
    {
        Assert.Equal(0, passages[0].FirstSentence);
        Assert.Equal(transcript.Sentences.Count, passages[^1].EndSentence);
        for (var i = 0; i < passages.Count; i++)
        {
            Assert.Equal(i, passages[i].Ordinal);
            Assert.True(passages[i].EndSentence > passages[i].FirstSentence);
            Assert.True(i == 0 || (passages[i].FirstSentence <= passages[i - 1].EndSentence && passages[i].EndSentence > passages[i - 1].EndSentence));
        }
    });

    [Fact]
    public void No_passage_reaches_across_a_section_or_a_gap() => Holds(static (transcript, passages) => Assert.All(passages, passage =>
    {
        var paragraphs = Paragraphs(transcript, passage.FirstSentence, passage.EndSentence);
        Assert.Single(paragraphs.Select(static paragraph => paragraph.Section).Distinct());
        Assert.DoesNotContain(paragraphs.Skip(1), static paragraph => paragraph.FollowsGap);
    }));

    [Fact]
    public void Neighbours_share_sentences_of_one_paragraph_only_and_not_too_many() => Holds(static (transcript, passages) =>
    {
        foreach (var (one, next) in passages.Zip(passages.Skip(1)).Where(static pair => pair.Second.FirstSentence < pair.First.EndSentence))
        {
            // The words that both hold, and the one after them: the cut lies inside their paragraph.
            Assert.Single(Paragraphs(transcript, next.FirstSentence, one.EndSentence + 1));
            Assert.InRange(Words(transcript, next.FirstSentence, one.EndSentence), 1, Options.OverlapWords);
        }
    });

    [Fact]
    public void Passages_are_near_their_target_unless_one_sentence_is_longer() => Holds(static (transcript, passages) => Assert.All(passages, passage =>
    {
        var longest = Enumerable.Range(passage.FirstSentence, passage.EndSentence - passage.FirstSentence).Max(i => Words(transcript, i, i + 1));
        Assert.InRange(Words(transcript, passage.FirstSentence, passage.EndSentence), 1, Math.Max(1.2 * Options.TargetWords, longest) + 0.35 * Options.TargetWords);
    }));

    [Fact]
    public void Long_text_gives_passages_of_about_the_target()
    {
        var (_, passages) = Cut([(0, [.. Enumerable.Repeat(15, 200)])]);

        Assert.All(passages, static passage => Assert.InRange(passage.Text.Split(' ').Length, 100, 165));
    }

    [Fact]
    public void A_passage_rather_ends_with_its_paragraph_than_at_the_exact_length()
    {
        var (transcript, passages) = Cut([(0, [30, 30, 30, 30]), (0, [30, 25, 25, 25, 25]), (0, [40, 40, 40])]);

        Assert.All(passages, passage => Assert.Contains(transcript.Paragraphs, paragraph => paragraph.Span.End == passage.Span.End));
        Assert.All(passages.Zip(passages.Skip(1)), static pair => Assert.Equal(pair.First.EndSentence, pair.Second.FirstSentence));
    }

    [Fact]
    public void A_passages_id_survives_a_change_elsewhere_in_its_lecture()
    {
        var one = Cut([(0, [60, 60]), (1, [50])]).Passages;
        var other = Cut([(0, [60, 60]), (1, [51])]).Passages;

        Assert.Equal(one[0].Id, other[0].Id);
        Assert.NotEqual(one[^1].Id, other[^1].Id);
    }

    private static void Holds(Action<Transcript, IReadOnlyList<Passage>> check) => Property.Holds(Plans, plan =>
    {
        var (transcript, passages) = Cut(plan);
        check(transcript, passages);
    }, 300);

    private static (Transcript Transcript, IReadOnlyList<Passage> Passages) Cut((int Before, int[] Sentences)[] plan)
    {
        var builder = new TranscriptBuilder("lecture.txt");
        for (var i = 0; i < plan.Length; i++)
        {
            if (plan[i].Before == 1)
            {
                builder.BeginSection($"Heading {i}");
            }
            else if (plan[i].Before == 2)
            {
                builder.SetAside();
            }

            builder.BeginParagraph();
            builder.Append(string.Join(' ', plan[i].Sentences.Select(static words => $"{string.Join(' ', Enumerable.Repeat("Word", words))}.")), 0, i + 1);
        }

        var transcript = builder.Build(LectureDetails.None);
        return (transcript, new PassageCutter(Options).Cut(transcript));
    }

    private static List<Paragraph> Paragraphs(Transcript transcript, int firstSentence, int endSentence) =>
        [.. transcript.Sentences.Skip(firstSentence).Take(endSentence - firstSentence).Select(sentence => transcript.ParagraphAt(sentence.Start)).Distinct()];

    private static int Words(Transcript transcript, int firstSentence, int endSentence) =>
        transcript.Sentences.Skip(firstSentence).Take(endSentence - firstSentence).Sum(sentence => sentence.In(transcript.Text).Split(' ').Length);
}
