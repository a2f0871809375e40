using Bot.Tests.Quality;
using Lectures.Answers;
using Lectures.Transcripts;

namespace Bot.Tests.Lectures.Answers;

/// <summary>The rules of what is shown, over every question of the project's own set.</summary>
public class ExcerptTests(ShippedLibrary library)
{
    [Fact]
    public Task An_excerpt_has_at_most_400_characters_and_lies_in_its_passage() => ForEachExcerptAsync(static excerpt =>
    {
        Assert.InRange(excerpt.Span.Length, 1, 400);
        Assert.True(excerpt.Passage.Span.Contains(excerpt.Span));
    });

    [Fact]
    public Task An_excerpt_begins_and_ends_with_a_sentence_unless_one_alone_is_too_long() => ForEachExcerptAsync(static excerpt =>
    {
        var sentences = excerpt.Passage.Transcript.Sentences;
        Assert.Contains(sentences, sentence => sentence.Start == excerpt.Span.Start);
        if (excerpt.CutsSentence)
        {
            Assert.Contains(sentences, sentence => sentence.Start == excerpt.Span.Start && sentence.Length > 400);
        }
    });

    [Fact]
    public Task The_highlight_is_one_sentence_inside_the_excerpt() => ForEachExcerptAsync(static excerpt =>
    {
        Assert.True(excerpt.Span.Contains(excerpt.Highlight));
        Assert.Contains(excerpt.Passage.Transcript.Sentences, sentence =>
            sentence.Start == excerpt.Highlight.Start && sentence.End == (excerpt.CutsSentence ? Math.Max(sentence.End, excerpt.Highlight.End) : excerpt.Highlight.End));
    });

    [Fact]
    public async Task No_two_excerpts_of_an_answer_show_the_same_sentence()
    {
        foreach (var (question, answer) in await library.AnswersAsync())
        {
            var shown = new HashSet<(LectureId, TextSpan)>();
            foreach (var excerpt in Excerpts(answer))
            {
                Assert.All(
                    excerpt.Passage.Transcript.Sentences.Where(sentence => sentence.Overlaps(excerpt.Span)),
                    sentence => Assert.True(shown.Add((excerpt.Passage.Transcript.Lecture.Id, excerpt.Passage.Transcript.Source.Locate(sentence))), $"{question.Id}: {sentence}"));
            }
        }
    }

    [Fact]
    public async Task The_same_question_gives_the_same_answer()
    {
        foreach (var question in QualityQuestion.All.Take(20))
        {
            var (one, other) = (await library.AskAsync(question.Question), await library.AskAsync(question.Question));

            Assert.Equal(Excerpts(one).Select(static excerpt => (excerpt.Passage.Id, excerpt.Span)), Excerpts(other).Select(static excerpt => (excerpt.Passage.Id, excerpt.Span)));
        }
    }

    [Fact]
    public async Task Fewer_excerpts_are_the_first_of_more()
    {
        foreach (var question in QualityQuestion.All.Take(20))
        {
            var (few, many) = (Excerpts(await library.AskAsync(question.Question, 3)), Excerpts(await library.AskAsync(question.Question)));

            Assert.Equal(many.Take(3).Select(static excerpt => (excerpt.Passage.Id, excerpt.Span)), few.Select(static excerpt => (excerpt.Passage.Id, excerpt.Span)));
        }
    }

    private async Task ForEachExcerptAsync(Action<Excerpt> check)
    {
        foreach (var (_, answer) in await library.AnswersAsync())
        {
            Assert.All(Excerpts(answer), check);
        }
    }

    private static IReadOnlyList<Excerpt> Excerpts(Answer answer) => answer switch
    {
        Answer.Found found => found.Excerpts,
        Answer.NotFound notFound => notFound.Closest,
        _ => [],
    };
}
