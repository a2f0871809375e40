using System.Globalization;
using System.Text.Json;
using Bot.Terminal;
using Lectures;
using Lectures.Answers;
using Lectures.Indexing;
using Lectures.Searching;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;

namespace Bot.Bench.Training;

/// <summary>
/// train SHARED OUT: fits the shipped weights on all sets.
/// train SHARED OUT cv: writes OUT/SET.jsonl, in which weights that never saw a question's article or lecture answer it.
/// </summary>
internal static class TrainCommand
{
    private const int Folds = 7;
    private const int Epochs = 10;
    private const int Units = 12;

    public static async Task RunAsync(string[] arguments)
    {
        if (arguments is not [var shared, var output, .. var rest])
        {
            throw new InvalidOperationException("Usage: train SHARED OUT [cv], where SHARED holds the folders clean, asr and asr-noisy.");
        }

        using var services = new ServiceCollection().AddLogging().AddLectures()
            .Configure<LibraryOptions>(options => options.Names = Path.Combine(Bot.Home.Find(), options.Names)).BuildServiceProvider();
        var home = Bot.Home.Find();
        var sets = new List<TrainingSet>
        {
            await TrainingSet.OpenAsync("clean", 2, services, $"{shared}/clean/transcripts", $"{shared}/clean/questions.jsonl"),
            await TrainingSet.OpenAsync("asr", 1, services, $"{shared}/asr/transcripts", $"{shared}/asr/questions.jsonl"),
            await TrainingSet.OpenAsync("asr-noisy", 0.6, services, $"{shared}/asr-noisy/transcripts", $"{shared}/asr-noisy/questions.jsonl"),
            await TrainingSet.OpenAsync("own", 4, services, $"{home}/index/lectures", $"{home}/tests/Bot.Tests/Data/quality/questions.jsonl"),
            await TrainingSet.OpenAsync("training", 2, services, $"{home}/index/lectures", $"{home}/tests/Bot.Bench/Training/questions.jsonl"),
        };
        var reader = services.GetRequiredService<QuestionReader>();
        var names = services.GetRequiredService<NamesTable>();
        var related = services.GetRequiredService<RelatedWords>();
        var examples = sets.SelectMany(set => set.Topics.AsParallel().AsOrdered().Select(topic => RankingExample.Of(set, topic, FoldOf(set, topic), reader, services.GetRequiredService<PassageSearcher>()))).OfType<RankingExample>().ToList();
        Console.WriteLine($"{examples.Count} questions, {examples.Count(static e => e.IsUseful)} with the answer among the candidates");
        foreach (var set in sets)
        {
            var answerable = examples.Where(e => e.Set == set && e.Topic.Gold.Count > 0).ToList();
            Console.WriteLine($"  {set.Name}: recall {answerable.Count(static e => e.IsUseful) / (double)answerable.Count:0.000}");
        }

        Directory.CreateDirectory(output);
        var scale = new FeatureScale(examples);
        scale.Apply(examples);
        if (rest is ["cv"])
        {
            CrossValidate(sets, examples, reader, names, related, scale, output);
        }
        else
        {
            Ship(examples, reader, names, related, scale, output);
        }

        sets.ForEach(static set => set.Dispose());
    }

    private static RankingModels Models(List<RankingExample> examples, FeatureScale scale) => new(
        ListwiseTrainer.Train(examples, scale, static example => example.Whole, Epochs, Units),
        ListwiseTrainer.Train(examples, scale, static example => example.AnsweringPassages, Epochs, Units));

    private static void Ship(List<RankingExample> examples, QuestionReader reader, NamesTable names, RelatedWords related, FeatureScale scale, string output)
    {
        var models = Models(examples, scale);
        File.WriteAllLines(Path.Combine(output, "ranking.weights"), models.Sentences.Write());
        File.WriteAllLines(Path.Combine(output, "highlight.weights"), models.Highlights.Write());
        var confidence = ConfidenceTrainer.Train(Outcomes(examples, new PassageSearcher(models, names, related), reader));
        File.WriteAllLines(Path.Combine(output, "confidence.weights"), Confidence.Names.Select((name, i) => string.Create(CultureInfo.InvariantCulture, $"{name} {confidence[i]:0.0000}")));
    }

    private static void CrossValidate(List<TrainingSet> sets, List<RankingExample> examples, QuestionReader reader, NamesTable names, RelatedWords related, FeatureScale scale, string output)
    {
        var runs = new System.Collections.Concurrent.ConcurrentDictionary<(string Set, string Id), string>();
        Parallel.For(0, Folds, new ParallelOptions { MaxDegreeOfParallelism = 2 }, fold =>
        {
            var training = examples.Where(example => example.Fold != fold).ToList();
            var searcher = new PassageSearcher(Models(training, scale), names, related);
            var confidence = new ConfidenceModel(ConfidenceTrainer.Train(Outcomes(training, searcher, reader)));
            var answerer = new Answerer(reader, searcher, confidence, Options.Create(new AnswerOptions()));
            foreach (var set in sets)
            {
                foreach (var topic in set.Topics.Where(topic => FoldOf(set, topic) == fold))
                {
                    var started = TimeProvider.System.GetTimestamp();
                    var answer = answerer.Ask(set.Lease, topic.Question, 10);
                    runs[(set.Name, topic.Id)] = JsonSerializer.Serialize(
                        EvalCommand.Run(topic.Id, answer, TimeProvider.System.GetElapsedTime(started)), AnswerJsonContext.Relaxed.WrittenRun);
                }
            }
        });

        foreach (var set in sets)
        {
            File.WriteAllLines(Path.Combine(output, $"{set.Name}.jsonl"), set.Topics.Select(topic => runs[(set.Name, topic.Id)]));
        }
    }

    private static List<(double[] Features, bool Right, double Weight)> Outcomes(List<RankingExample> examples, PassageSearcher searcher, QuestionReader reader) =>
        [.. examples.AsParallel().AsOrdered().Select(example =>
        {
            var question = (reader.Read(example.Topic.Question) as QuestionReading.Clear ?? throw new InvalidOperationException()).Question;
            using var ranking = searcher.Search(example.Set.Lease, question, Scope.Everything);
            var excerpts = ExcerptSelector.Select(ranking.Passages, 3);
            return (Confidence.Features(ranking, excerpts), excerpts.Any(excerpt => TrainingSet.Answers(example.Topic, excerpt.Excerpt)), example.Set.Weight);
        })];

    /// <summary>By article or lecture, the same for all sets.</summary>
    private static int FoldOf(TrainingSet set, Topic topic)
    {
        var hash = 17u;
        var id = topic.Id.StartsWith($"{set.Name}-", StringComparison.Ordinal) ? topic.Id[(set.Name.Length + 1)..] : topic.Id;
        foreach (var c in topic.Gold.Count > 0 ? topic.Article : id)
        {
            hash = (hash ^ c) * 16777619u;
        }

        return (int)((hash >> 8) % Folds);
    }
}
