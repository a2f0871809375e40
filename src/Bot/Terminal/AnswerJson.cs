using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization;
using Bot.Chat;
using Lectures.Answers;
using Lectures.Passages;
using Lectures.Transcripts;

namespace Bot.Terminal;

/// <summary>An answer for scripts: one JSON object on one line.</summary>
internal static class AnswerJson
{
    public static string Write(string question, Answer answer)
    {
        var (answered, confidence, excerpts) = answer switch
        {
            Answer.Found found => (true, found.Confidence, found.Excerpts),
            Answer.NotFound notFound => (false, notFound.Confidence, notFound.Closest),
            Answer.Unclear => (false, 0.0, []),
            _ => throw new System.Diagnostics.UnreachableException(),
        };
        var written = new WrittenAnswer(question, answered, Math.Round(confidence, 4), [.. excerpts.Select((excerpt, i) => Of(excerpt, i + 1))]);
        return JsonSerializer.Serialize(written, AnswerJsonContext.Relaxed.WrittenAnswer);
    }

    private static WrittenExcerpt Of(Excerpt excerpt, int rank)
    {
        var citation = excerpt.Citation;
        var lecture = excerpt.Passage.Transcript.Lecture;
        var times = citation.Where as Citation.Place.Timecodes;
        var lines = citation.Where as Citation.Place.Lines;
        var paragraphs = citation.Where as Citation.Place.Paragraphs;
        return new WrittenExcerpt(
            rank, excerpt.Text, excerpt.Highlight.In(excerpt.Passage.Transcript.Text), citation.Series, citation.Lecture, citation.Section, citation.Speaker,
            times is null ? null : Timecode.Write(times.Start), times?.Start.TotalSeconds, lines?.First, lines?.Last, paragraphs?.First, paragraphs?.Last,
            CitationText.Link(citation.Where)?.AbsoluteUri, lecture.File, excerpt.Passage.Id);
    }
}

internal sealed record WrittenAnswer(string Question, bool Answered, double Confidence, IReadOnlyList<WrittenExcerpt> Excerpts);

internal sealed record WrittenExcerpt(
    int Rank, string Text, string Highlight, string? Series, string Lecture, string? Section, string? Speaker, string? Timecode, double? Seconds,
    int? FirstLine, int? LastLine, int? FirstParagraph, int? LastParagraph, string? Link, string File, string PassageId);

[JsonSourceGenerationOptions(PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase, DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull)]
[JsonSerializable(typeof(WrittenAnswer))]
[JsonSerializable(typeof(WrittenRun))]
internal sealed partial class AnswerJsonContext : JsonSerializerContext
{
    /// <summary>Quotations stay readable; the output is for files and pipes, not for HTML.</summary>
    public static AnswerJsonContext Relaxed { get; } = new(new JsonSerializerOptions
    {
        PropertyNamingPolicy = JsonNamingPolicy.CamelCase,
        DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull,
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
    });
}
