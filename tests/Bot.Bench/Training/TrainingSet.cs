using System.Text.Json;
using Lectures.Answers;
using Lectures.Indexing;
using Lectures.Passages;
using Lectures.Semantics;
using Lectures.Transcripts;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;

namespace Bot.Bench.Training;

/// <summary>A question with where its answer stands.</summary>
/// <param name="Article">The file that answers it, or its own id: what folds are made of.</param>
internal sealed record Topic(string Id, string Question, IReadOnlyList<(string File, TextSpan Span)> Gold, string Article);

/// <summary>One question set, indexed, with its questions.</summary>
internal sealed class TrainingSet : IDisposable
{
    private readonly string folder;
    private readonly bool isKept;
    private readonly PassageIndex index;

    private TrainingSet(string name, double weight, string folder, bool isKept, PassageIndex index, string questions)
    {
        this.folder = folder;
        this.isKept = isKept;
        this.index = index;
        Name = name;
        Weight = weight;
        Lease = index.Lease() ?? throw new InvalidOperationException($"The set {name} was not indexed.");
        Topics = [.. File.ReadLines(questions).Where(static line => line.Length > 0).Select(Read)];
    }

    public string Name { get; }

    /// <summary>What a question of this set counts in training.</summary>
    public double Weight { get; }

    public IndexLease Lease { get; }

    public IReadOnlyList<Topic> Topics { get; }

    /// <param name="kept">Where the index stays for the next time; null for a folder that goes.</param>
    public static async Task<TrainingSet> OpenAsync(string name, double weight, IServiceProvider services, string lectures, string questions, string? kept = null)
    {
        var folder = kept ?? Directory.CreateTempSubdirectory("clio-train-").FullName;
        var index = new PassageIndex(folder, services.GetRequiredService<IOptions<PassageOptions>>().Value, services.GetRequiredService<SemanticStage>());
        var outcome = await services.GetRequiredService<PassageIndexer>().IndexAsync(lectures, index, all: false, progress: null, CancellationToken.None);
        return outcome is IndexOutcome.InStep
            ? new TrainingSet(name, weight, folder, kept is not null, index, questions)
            : throw new InvalidOperationException($"{lectures} could not be indexed: {outcome}");
    }

    /// <summary>Whether a span of a transcript covers at least half of a place where the answer stands.</summary>
    public static bool Answers(Topic topic, Transcript transcript, TextSpan span)
    {
        var place = transcript.Source.Locate(span);
        return topic.Gold.Any(gold => gold.File == transcript.Lecture.File
            && Math.Max(0, Math.Min(gold.Span.End, place.End) - Math.Max(gold.Span.Start, place.Start)) * 2 >= gold.Span.Length);
    }

    public static bool Answers(Topic topic, Excerpt excerpt) => Answers(topic, excerpt.Passage.Transcript, excerpt.Span);

    public void Dispose()
    {
        Lease.Dispose();
        index.Dispose();
        if (!isKept)
        {
            Directory.Delete(folder, recursive: true);
        }
    }

    private static Topic Read(string line)
    {
        using var json = JsonDocument.Parse(line);
        var root = json.RootElement;
        var gold = root.GetProperty("gold").EnumerateArray()
            .Select(static span => (span.GetProperty("file").GetString() ?? "", new TextSpan(span.GetProperty("start").GetInt32(), span.GetProperty("end").GetInt32()))).ToList();
        var id = root.GetProperty("id").GetString() ?? "";
        return new Topic(id, root.GetProperty("question").GetString() ?? "", gold, gold.Count > 0 ? gold[0].Item1 : id);
    }
}
