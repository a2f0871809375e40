using Lectures.Indexing;
using Spectre.Console;

namespace Bot.Terminal;

/// <summary>Draws the progress of indexing where somebody watches.</summary>
internal static class IndexProgressBar
{
    public static async Task<IndexOutcome> RunAsync(IAnsiConsole? console, Func<IProgress<IndexProgress>?, Task<IndexOutcome>> index)
    {
        if (console is null)
        {
            return await index(null);
        }

        var reports = new Latest();
        var running = index(reports);
        if (await Task.WhenAny(running, reports.First) == running)
        {
            // Nothing to do: no bar flashes up.
            return await running;
        }

        await console.Progress().AutoClear(true)
            .Columns(new SpinnerColumn(), new ProgressBarColumn(), new PercentageColumn(), new TaskDescriptionColumn { Alignment = Justify.Left })
            .StartAsync(async context =>
            {
                var task = context.AddTask("Indexing");
                while (await Task.WhenAny(running, Task.Delay(100)) != running)
                {
                    Show(task, reports.Value);
                }

                Show(task, reports.Value);
            });
        return await running;
    }

    private static void Show(ProgressTask task, IndexProgress? progress)
    {
        if (progress is not null)
        {
            task.MaxValue = Math.Max(1, progress.Files);
            task.Value = progress.FilesDone;
            task.Description = IndexReportText.Progress(progress);
        }
    }

    private sealed class Latest : IProgress<IndexProgress>
    {
        private readonly TaskCompletionSource first = new(TaskCreationOptions.RunContinuationsAsynchronously);

        public IndexProgress? Value { get; private set; }

        public Task First => first.Task;

        public void Report(IndexProgress value)
        {
            Value = value;
            first.TrySetResult();
        }
    }
}
