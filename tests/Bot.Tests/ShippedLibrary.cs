using Bot.Tests;
using Bot.Tests.Quality;
using Lectures;
using Lectures.Answers;
using Lectures.Indexing;
using Lectures.Passages;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Logging.Abstractions;

[assembly: AssemblyFixture(typeof(ShippedLibrary))]

namespace Bot.Tests;

/// <summary>The library that ships, indexed once for all tests that ask it, when the first one does.</summary>
public sealed class ShippedLibrary : IDisposable
{
    private readonly TemporaryFolder folder = new();
    private readonly Lazy<Task<(ServiceProvider Services, PassageIndex Index)>> opened;

    private readonly Lazy<Task<IReadOnlyList<(QualityQuestion Question, Answer Answer)>>> answers;

    public ShippedLibrary() => (opened, answers) = (new(OpenAsync), new(AskAllAsync));

    /// <summary>The answers to all questions of the project's own set, asked once.</summary>
    internal Task<IReadOnlyList<(QualityQuestion Question, Answer Answer)>> AnswersAsync() => answers.Value;

    /// <summary>The answer to a question, with as many excerpts as there are, up to ten.</summary>
    public async Task<Answer> AskAsync(string question, int count = 10)
    {
        var (services, index) = await opened.Value;
        using var lease = index.Lease() ?? throw new InvalidOperationException("The index of the shipped library is gone.");
        return services.GetRequiredService<Answerer>().Ask(lease, question, count);
    }

    public void Dispose()
    {
        if (opened.IsValueCreated && opened.Value.IsCompletedSuccessfully)
        {
            opened.Value.Result.Index.Dispose();
            opened.Value.Result.Services.Dispose();
        }

        folder.Dispose();
    }

    private async Task<IReadOnlyList<(QualityQuestion Question, Answer Answer)>> AskAllAsync()
    {
        var all = new List<(QualityQuestion Question, Answer Answer)>();
        foreach (var question in QualityQuestion.All)
        {
            all.Add((question, await AskAsync(question.Question)));
        }

        return all;
    }

    private async Task<(ServiceProvider Services, PassageIndex Index)> OpenAsync()
    {
        var services = new ServiceCollection().AddLectures().AddSingleton(typeof(ILogger<>), typeof(NullLogger<>))
            .Configure<LibraryOptions>(static options => options.Names = Path.Combine(Repository.Root, "index", "names.txt")).BuildServiceProvider();
        var index = new PassageIndex(folder.File("library"), new PassageOptions());
        await services.GetRequiredService<PassageIndexer>().IndexAsync(Repository.Lectures, index, all: false, progress: null, CancellationToken.None);
        return (services, index);
    }
}
