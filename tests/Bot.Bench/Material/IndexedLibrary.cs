using Lectures;
using Lectures.Answers;
using Lectures.Indexing;
using Lectures.Passages;
using Lectures.Searching;
using Lectures.Semantics;
using Lectures.Transcripts;
using Lucene.Net.Index;
using Lucene.Net.Search;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;

namespace Bot.Bench.Material;

/// <summary>The product as it runs: its services, and an index of a folder of lectures.</summary>
internal sealed class IndexedLibrary : IDisposable
{
    private readonly ServiceProvider services;
    private readonly PassageIndex index;

    private IndexedLibrary(string folder, Action<IServiceCollection> change)
    {
        var collection = new ServiceCollection().AddLogging().AddLectures();
        change(collection);
        services = collection.BuildServiceProvider();
        index = new PassageIndex(folder, new PassageOptions(), services.GetRequiredService<SemanticStage>());
    }

    public Answerer Answerer => services.GetRequiredService<Answerer>();

    /// <summary>Answers from the same index by words alone.</summary>
    public Answerer WithoutModel => new(
        services.GetRequiredService<QuestionReader>(),
        new PassageSearcher(services.GetRequiredService<RankingModels>(), services.GetRequiredService<NamesTable>(), services.GetRequiredService<RelatedWords>()),
        services.GetRequiredService<ConfidenceModel>(),
        services.GetRequiredService<IOptions<AnswerOptions>>());

    public SemanticStage Semantics => services.GetRequiredService<SemanticStage>();

    public TextAnalysis Analysis => services.GetRequiredService<TextAnalysis>();

    /// <param name="folder">For the index; new or empty.</param>
    /// <param name="change">Of the services, such as the model; null for none.</param>
    public static async Task<(IndexedLibrary Library, IndexReport Report)> CreateAsync(string lectures, string folder, Action<IServiceCollection>? change = null)
    {
        var library = new IndexedLibrary(folder, change ?? (static _ => { }));
        var outcome = await library.services.GetRequiredService<PassageIndexer>()
            .IndexAsync(lectures, library.index, all: false, progress: null, CancellationToken.None);
        return outcome is IndexOutcome.InStep { Report: { Rejected.Count: 0 } report }
            ? (library, report)
            : throw new InvalidOperationException($"The lectures in {lectures} could not be indexed: {outcome}");
    }

    public IndexLease Lease() => index.Lease() ?? throw new InvalidOperationException("The index was just made and must be there.");

    /// <summary>Every passage, lecture by lecture.</summary>
    public IEnumerable<Passage> EachPassage()
    {
        using var lease = Lease();
        foreach (var passage in lease.Manifests[0].Files.Keys.SelectMany(file => Passages(lease, file)))
        {
            yield return passage;
        }
    }

    public void Dispose()
    {
        index.Dispose();
        services.Dispose();
    }

    private static IReadOnlyList<Passage> Passages(IndexLease lease, string file)
    {
        var block = lease.Searcher.Search(new TermQuery(new Term(IndexFields.LectureId, LectureId.ForFile(file).Value)), 1).ScoreDocs;
        return LectureBlock.Read(lease.Searcher.IndexReader, block[0].Doc).Passages;
    }
}
