using Lectures;
using Lectures.Answers;
using Lectures.Indexing;
using Lectures.Passages;
using Lectures.Searching;
using Lectures.Semantics;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Logging.Abstractions;

namespace Bot.Tests.Lectures.Semantics;

/// <summary>Lectures, and Clio's services over them with a model or with none. The library's words and the questions' are made up, so that nothing else links them.</summary>
internal sealed class SemanticRig : IDisposable
{
    private readonly TemporaryFolder folder = new();

    public SemanticRig()
    {
        Write("one.txt", "Early Days\n\nThe quimby of Rome was made of marble. Nobody could move it.\n\nThe senate met in the morning and voted. It was noon.");
        Write("two.txt", "Late Days\n\nA fleet of two hundred ships left the harbour. The wind was good.\n\nMerchants sold grain and wine.");
        Write("three.txt", "Last Days\n\nThe walls were repaired after the siege. It took a year.\n\nThe bishop kept the keys.");
    }

    /// <summary>Vectors by which "zorblat" means what "quimby" does.</summary>
    public static IReadOnlyDictionary<string, float[]> Words { get; } = new Dictionary<string, float[]>
    {
        ["zorblat"] = [1, 0.1f, 0, 0],
        ["quimby"] = [0.9f, 0, 0, 0],
        ["fleet"] = [0, 1, 0, 0],
        ["walls"] = [0, 0, 1, 0],
        ["senate"] = [0, 0, 0, 1],
        ["grain"] = [0, 0.2f, 0.1f, 0.5f],
        ["bishop"] = [0, 0.1f, 0.4f, 0.3f],
    };

    public string ModelFolder => folder.File("model");

    public void Write(string file, string text) => folder.Write($"lectures/{file}", text);

    public void Delete(string file) => File.Delete(folder.File($"lectures/{file}"));

    /// <summary>A stage over models that a test wrote in code.</summary>
    public static SemanticStage Stage(ITextEncoder? encoder, IPairScorer? scorer = null, SemanticOptions? options = null, ILogger<SemanticStage>? log = null) =>
        new(options ?? new SemanticOptions(), encoder, scorer, log ?? NullLogger<SemanticStage>.Instance);

    /// <summary>Clio with the models of some settings, on an index of its own.</summary>
    public Clio With(SemanticOptions? options = null, string index = "index", string lectures = "lectures") => new(folder.File(index), folder.File(lectures), services =>
        services.Configure<SemanticOptions>(set =>
        {
            set.ModelPath = options?.ModelPath ?? "";
            set.RerankerPath = options?.RerankerPath ?? "";
            set.RerankerWeight = options?.RerankerWeight ?? set.RerankerWeight;
            set.RerankerTop = options?.RerankerTop ?? set.RerankerTop;
        }));

    public Clio With(SemanticStage stage, string index = "index") => new(folder.File(index), folder.File("lectures"), services => services.AddSingleton(stage));

    public void Dispose() => folder.Dispose();

    /// <summary>The services from a file to an answer, and an index.</summary>
    internal sealed class Clio : IDisposable
    {
        private readonly string lectures;
        private readonly ServiceProvider services;

        public Clio(string index, string lectures, Action<IServiceCollection> change)
        {
            this.lectures = lectures;
            var collection = new ServiceCollection().AddLectures().AddSingleton(typeof(ILogger<>), typeof(NullLogger<>));
            change(collection);
            services = collection.BuildServiceProvider();
            Index = new PassageIndex(index, new PassageOptions(), services.GetRequiredService<SemanticStage>());
        }

        public PassageIndex Index { get; }

        public Answerer Answerer => services.GetRequiredService<Answerer>();

        public SemanticStage Stage => services.GetRequiredService<SemanticStage>();

        public async Task<IndexReport> IndexAsync(bool all = false) => Assert.IsType<IndexOutcome.InStep>(await RunAsync(all)).Report;

        public Task<IndexOutcome> RunAsync(bool all = false) =>
            services.GetRequiredService<PassageIndexer>().IndexAsync(lectures, Index, all, progress: null, TestContext.Current.CancellationToken);

        /// <summary>What is shown, whether it is held for an answer or not: the file, the excerpt and its highlight, best first.</summary>
        public IReadOnlyList<string> Ask(string question, Scope? scope = null)
        {
            using var lease = Index.Lease();
            return Shown(Answerer.Ask(lease!, question, 10, scope, threshold: 0));
        }

        /// <summary>The ranked passages' files and masses, in order.</summary>
        public IReadOnlyList<(string File, float Mass)> Masses(string question)
        {
            using var lease = Index.Lease();
            var clear = Assert.IsType<QuestionReading.Clear>(services.GetRequiredService<QuestionReader>().Read(question));
            using var ranking = services.GetRequiredService<PassageSearcher>().Search(lease!, clear.Question, Scope.Everything);
            return [.. ranking.Passages.Select(static passage => (passage.Passage.Transcript.Lecture.File, passage.Mass))];
        }

        public static IReadOnlyList<string> Shown(Answer answer)
        {
            var (confidence, excerpts) = answer switch
            {
                Answer.Found found => (found.Confidence, found.Excerpts),
                Answer.NotFound notFound => (notFound.Confidence, notFound.Closest),
                _ => (0, []),
            };
            Assert.InRange(confidence, 0, 1);
            return [.. excerpts.Select(excerpt => $"{excerpt.Passage.Transcript.Lecture.File} {excerpt.Text} | {excerpt.Highlight.In(excerpt.Passage.Transcript.Text)} | {confidence:R}")];
        }

        public void Dispose()
        {
            Index.Dispose();
            services.Dispose();
        }
    }
}
