using System.Text.Json;
using Lectures.Answers;

namespace Bot.Terminal;

/// <summary>Asks every question of a file and writes a run for scoring, a JSON line each.</summary>
internal sealed partial class EvalCommand(TerminalSession session)
{
    private const int HitsPerQuestion = 10;

    public async Task<int> RunAsync(FileInfo questions, FileInfo output, CancellationToken cancellation)
    {
        if (!questions.Exists)
        {
            session.Complain($"The question file “{questions.FullName}” does not exist.");
            return TerminalSession.Error;
        }

        var use = $"The question file “{questions.FullName}” cannot be read.";
        try
        {
            if (EvalQuestions.Read(await File.ReadAllLinesAsync(questions.FullName, cancellation), out var asked) is { } problems)
            {
                session.Complain($"{questions.Name} cannot be used: {problems}");
                return TerminalSession.Error;
            }

            if (!await new IndexUpdate(session).RunAsync(cancellation))
            {
                return TerminalSession.Error;
            }

            use = $"The run “{output.FullName}” cannot be written. Name a file in a folder that is writable and not full.";
            output.Directory?.Create();
            await using var writer = new StreamWriter(output.FullName);
            await AskAsync(asked, writer, cancellation);
            return TerminalSession.Answered;
        }
        catch (Exception failure) when (failure is IOException or UnauthorizedAccessException)
        {
            LogNotUsed(session.Get<ILogger<EvalCommand>>(), failure);
            session.Complain(use);
            return TerminalSession.Error;
        }
    }

    private async Task AskAsync(IReadOnlyList<EvalQuestion> asked, StreamWriter writer, CancellationToken cancellation)
    {
        using var lease = session.Library.Lease() ?? throw new InvalidOperationException("The index was there a moment ago.");
        var answerer = session.Get<Answerer>();
        var time = session.Get<TimeProvider>();
        foreach (var question in asked)
        {
            cancellation.ThrowIfCancellationRequested();
            var started = time.GetTimestamp();
            var answer = answerer.Ask(lease, question.Question, HitsPerQuestion);
            var run = Run(question.Id, answer, time.GetElapsedTime(started));
            await writer.WriteLineAsync(JsonSerializer.Serialize(run, AnswerJsonContext.Relaxed.WrittenRun));
        }
    }

    internal static WrittenRun Run(string id, Answer answer, TimeSpan took)
    {
        var (answered, confidence, excerpts) = answer switch
        {
            Answer.Found found => (true, found.Confidence, found.Excerpts),
            Answer.NotFound notFound => (false, notFound.Confidence, notFound.Closest),
            Answer.Unclear => (false, 0.0, []),
            _ => throw new System.Diagnostics.UnreachableException(),
        };
        return new WrittenRun(id, answered, Math.Round(confidence, 6), Math.Round(took.TotalMilliseconds, 4), [.. excerpts.Select((excerpt, i) => Hit(excerpt, i + 1))]);
    }

    private static WrittenHit Hit(Excerpt excerpt, int rank)
    {
        var map = excerpt.Passage.Transcript.Source;
        var (passage, shown, highlight) = (map.Locate(excerpt.Passage.Span), map.Locate(excerpt.Span), map.Locate(excerpt.Highlight));
        return new WrittenHit(
            rank, excerpt.Passage.Transcript.Lecture.File, passage.Start, passage.End,
            new WrittenSpan(shown.Start, shown.End, excerpt.Text), new WrittenSpan(highlight.Start, highlight.End));
    }

    [LoggerMessage(LogLevel.Error, "A file of the evaluation could not be used")]
    private static partial void LogNotUsed(ILogger logger, Exception failure);
}

/// <summary>One line of a run, in the form that design and scorer share. Offsets are UTF-16 units of the source file.</summary>
internal sealed record WrittenRun(string Id, bool Answered, double Confidence, double Ms, IReadOnlyList<WrittenHit> Hits);

internal sealed record WrittenHit(int Rank, string File, int Start, int End, WrittenSpan Excerpt, WrittenSpan Highlight);

internal sealed record WrittenSpan(int Start, int End, string? Text = null);
