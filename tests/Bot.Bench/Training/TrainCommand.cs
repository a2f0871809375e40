using System.Collections.Concurrent;
using System.Globalization;
using System.Text.Json;
using Bot.Terminal;
using Lectures.Answers;
using Lectures.Indexing;
using Lectures.Searching;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;

namespace Bot.Bench.Training;

/// <summary>
/// train SHARED OUT: fits the shipped weights on all sets.
/// train SHARED OUT cv: writes OUT/SET.jsonl, in which weights that never saw a question's article or lecture answer it.
/// --model FILE (once or more): with that model's vectors too; FILE has a section "Semantic" as in appsettings.json. --test FILE: a model that
/// the weights never saw, for cv. Then the runs are OUT/FILE/SET.jsonl. --index FOLDER keeps the indexes, so that nothing is encoded twice.
/// --set FOLDER=WEIGHT (once or more): a set more, FOLDER/transcripts and FOLDER/questions.jsonl, whose questions count so much in training; 0 only tests it.
/// --calibrate SET (once or more): confidence is fitted on these sets alone, for cv. --seed NUMBER: networks that begin differently, to see what is chance.
/// </summary>
internal static class TrainCommand
{
    private const int Folds = 7;

    /// <summary>Each part of the folds is judged by models trained on the others, for confidence to learn from.</summary>
    private const int Parts = 3;

    private const int Epochs = 10;
    private const int Units = 12;
    private const int Seed = 7;

    public static async Task RunAsync(string[] arguments)
    {
        if (arguments is not [var shared, var output, .. var rest])
        {
            throw new InvalidOperationException("Usage: train SHARED OUT [cv] [--model FILE]… [--test FILE]… [--index FOLDER] [--set FOLDER=WEIGHT]… [--without FEATURE]… [--calibrate SET]… [--seed NUMBER], where SHARED holds the folders clean, asr and asr-noisy.");
        }

        var (models, tests, kept) = (Values(rest, "--model"), Values(rest, "--test"), Values(rest, "--index").FirstOrDefault());
        var materials = new List<TrainingMaterial>();
        foreach (var model in models.Concat(tests).DefaultIfEmpty())
        {
            materials.Add(await TrainingMaterial.OpenAsync(shared, model, kept, Values(rest, "--set")));
        }

        var seed = Values(rest, "--seed").Select(static value => int.Parse(value, CultureInfo.InvariantCulture)).FirstOrDefault(Seed);
        var training = materials.Take(Math.Max(1, models.Count)).ToList();
        var examples = training.SelectMany(Examples).Where(static example => example.Set.Weight > 0).ToList();
        Directory.CreateDirectory(output);
        var scale = new FeatureScale(examples, Values(rest, "--without"));
        scale.Apply(examples);
        if (rest.Contains("cv"))
        {
            CrossValidate(materials, examples, scale, seed, Values(rest, "--calibrate"), output);
        }
        else
        {
            Ship(examples, scale, seed, output, models.Count > 0);
        }

        materials.ForEach(static material => material.Dispose());
    }

    private static List<string> Values(string[] arguments, string option) =>
        [.. arguments.Index().Where(argument => argument.Item == option).Select(argument => arguments.ElementAtOrDefault(argument.Index + 1) ?? throw new InvalidOperationException($"{option} needs a file or folder."))];

    private static List<RankingExample> Examples(TrainingMaterial material)
    {
        var (reader, searcher) = (material.Services.GetRequiredService<QuestionReader>(), material.Services.GetRequiredService<PassageSearcher>());
        var examples = material.Sets.SelectMany(set => set.Topics.AsParallel().AsOrdered().Select(topic => RankingExample.Of(material, set, topic, FoldOf(set, topic), reader, searcher)))
            .OfType<RankingExample>().ToList();
        Console.WriteLine($"{material.Name} {examples.Count} questions, {examples.Count(static e => e.IsUseful)} with the answer among the candidates");
        foreach (var set in material.Sets)
        {
            var answerable = examples.Where(e => e.Set == set && e.Topic.Gold.Count > 0).ToList();
            Console.WriteLine($"  {set.Name}: recall {answerable.Count(static e => e.IsUseful) / (double)answerable.Count:0.000}");
        }

        return examples;
    }

    private static RankingModels Models(List<RankingExample> examples, FeatureScale scale, int seed) => new(
        ListwiseTrainer.Train(examples, scale, static example => example.Whole, Epochs, Units, seed, orNone: false),
        ListwiseTrainer.Train(examples, scale, static example => example.AnsweringPassages, Epochs, Units, seed, orNone: false),
        ListwiseTrainer.Train(examples, scale, static example => example.Whole, Epochs, Units, seed, orNone: true));

    private static void Ship(List<RankingExample> examples, FeatureScale scale, int seed, string output, bool withMeaning)
    {
        var models = Models(examples, scale, seed);
        File.WriteAllLines(Path.Combine(output, withMeaning ? RankingModels.SentencesWithMeaning : RankingModels.SentencesFile), models.Sentences.Write());
        File.WriteAllLines(Path.Combine(output, withMeaning ? RankingModels.HighlightsWithMeaning : RankingModels.HighlightsFile), models.Highlights.Write());
        File.WriteAllLines(Path.Combine(output, withMeaning ? RankingModels.EvidenceWithMeaning : RankingModels.EvidenceFile), models.Evidence.Write());
        var confidence = ConfidenceTrainer.Train(Outcomes(examples, scale, seed, []));
        File.WriteAllLines(
            Path.Combine(output, withMeaning ? "semantic-confidence.weights" : "confidence.weights"),
            (withMeaning ? Confidence.NamesWithMeaning : Confidence.Names).Select((name, i) => string.Create(CultureInfo.InvariantCulture, $"{name} {confidence[i]:0.0000}")));
    }

    private static void CrossValidate(List<TrainingMaterial> materials, List<RankingExample> examples, FeatureScale scale, int seed, List<string> calibrating, string output)
    {
        var runs = new ConcurrentDictionary<(string Material, string Set, string Id), string>();
        Parallel.For(0, Folds, new ParallelOptions { MaxDegreeOfParallelism = 2 }, fold =>
        {
            var training = examples.Where(example => example.Fold != fold).ToList();
            var models = Models(training, scale, seed);
            var confidence = new ConfidenceModel(ConfidenceTrainer.Train(Outcomes(training, scale, seed, calibrating)));
            foreach (var material in materials)
            {
                var answerer = new Answerer(
                    material.Services.GetRequiredService<QuestionReader>(), material.Searcher(models), confidence, Options.Create(new AnswerOptions()), new Lazy<ConfidenceModel>(confidence));
                foreach (var set in material.Sets)
                {
                    foreach (var topic in set.Topics.Where(topic => FoldOf(set, topic) == fold))
                    {
                        var started = TimeProvider.System.GetTimestamp();
                        var answer = answerer.Ask(set.Lease, topic.Question, 10);
                        runs[(material.Name, set.Name, topic.Id)] = JsonSerializer.Serialize(
                            EvalCommand.Run(topic.Id, answer, TimeProvider.System.GetElapsedTime(started)), AnswerJsonContext.Relaxed.WrittenRun);
                    }
                }
            }
        });

        foreach (var material in materials)
        {
            var folder = Directory.CreateDirectory(Path.Combine(output, material.Name)).FullName;
            foreach (var set in material.Sets)
            {
                File.WriteAllLines(Path.Combine(folder, $"{set.Name}.jsonl"), set.Topics.Select(topic => runs[(material.Name, set.Name, topic.Id)]));
            }
        }
    }

    /// <summary>How the questions went that models had not seen, since on those they have seen there is always much for an answer.</summary>
    /// <param name="among">The sets that are looked at; empty for all.</param>
    private static List<Outcome> Outcomes(List<RankingExample> examples, FeatureScale scale, int seed, List<string> among) =>
        [.. Enumerable.Range(0, Parts).SelectMany(part =>
        {
            var models = Models([.. examples.Where(example => example.Fold % Parts != part)], scale, seed);
            return Outcomes([.. examples.Where(example => example.Fold % Parts == part && (among.Count == 0 || among.Contains(example.Set.Name)))], models);
        })];

    private static List<Outcome> Outcomes(List<RankingExample> examples, RankingModels models)
    {
        var searchers = examples.Select(static example => example.Material).Distinct().ToDictionary(static material => material, material => material.Searcher(models));
        return [.. examples.AsParallel().AsOrdered().Select(example =>
        {
            var reader = example.Material.Services.GetRequiredService<QuestionReader>();
            var question = (reader.Read(example.Topic.Question) as QuestionReading.Clear ?? throw new InvalidOperationException()).Question;
            using var ranking = searchers[example.Material].Search(example.Set.Lease, question, Scope.Everything);
            var excerpts = ExcerptSelector.Select(ranking.Passages, 3);
            var isShown = excerpts.Any(excerpt => TrainingSet.Answers(example.Topic, excerpt.Excerpt));
            return new Outcome(Confidence.Features(ranking, excerpts), isShown, !example.IsUnanswerable, example.Set.Weight);
        })];
    }

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
