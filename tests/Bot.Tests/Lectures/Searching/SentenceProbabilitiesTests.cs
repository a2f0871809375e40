using Lectures.Passages;
using Lectures.Searching;
using Lectures.Transcripts;

namespace Bot.Tests.Lectures.Searching;

public class SentenceProbabilitiesTests
{
    [Fact]
    public void A_sentence_that_two_passages_share_has_the_sum_in_both_and_no_other_changes()
    {
        var passages = Ranked();
        var shared = passages[0].Passage.EndSentence - passages[1].Passage.FirstSentence;
        Assert.InRange(shared, 1, 10);

        var joined = SentenceProbabilities.Joined(passages);

        for (var i = 0; i < passages.Count; i++)
        {
            var (first, end) = (passages[i].Passage.FirstSentence, passages[i].Passage.EndSentence);
            for (var s = first; s < end; s++)
            {
                var all = passages.Where(other => other.Passage.FirstSentence <= s && s < other.Passage.EndSentence).Sum(other => other.Sentences[s - other.Passage.FirstSentence]);
                Assert.Equal(all, joined[i].Sentences[s - first], 1e-6);
            }
        }
    }

    [Fact]
    public void Passages_of_which_the_one_between_is_not_ranked_are_left_as_they_are()
    {
        var passages = Ranked();

        var joined = SentenceProbabilities.Joined([passages[0], passages[2]]);

        Assert.Equal(passages[0].Sentences.ToArray(), joined[0].Sentences.ToArray());
        Assert.Equal(passages[2].Sentences.ToArray(), joined[1].Sentences.ToArray());
    }

    /// <summary>Of which only where its sentences stand is known.</summary>
    private static PassageProfile Profile(Passage passage) =>
        new(default, default, [], passage.FirstSentence, [.. passage.Transcript.Sentences.Take(passage.FirstSentence..passage.EndSentence)], default, 0, 0);

    /// <summary>Three of one long paragraph; each sentence has another probability in each.</summary>
    private static List<RankedPassage> Ranked()
    {
        var builder = new TranscriptBuilder("lecture.txt");
        builder.BeginParagraph();
        builder.Append(string.Join(' ', Enumerable.Repeat("The men of the town walked to the harbour again.", 48)), 0, 1);
        var passages = new PassageCutter(new PassageOptions()).Cut(builder.Build(LectureDetails.None));
        Assert.InRange(passages.Count, 3, 6);
        return [.. passages.Take(3).Select(static passage => new RankedPassage(
            new Candidate(1 + passage.Ordinal, passage.Ordinal, 1, Profile(passage)), 0, [.. Enumerable.Range(1, passage.EndSentence - passage.FirstSentence).Select(i => i * (1 + passage.Ordinal) / 1000f)], () => passage))];
    }
}
