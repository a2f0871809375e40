using Bot.Bench.Material;
using Lectures.Indexing;
using Lectures.Searching;

namespace Bot.Bench.Training;

/// <summary>relate: writes related.graph, which ships, from related.words, which people edit.</summary>
internal static class RelateCommand
{
    public static async Task RunAsync(string[] arguments)
    {
        var folder = Path.Combine(Repository.Root, "src", "Lectures", "Searching");
        using var analysis = new TextAnalysis();
        var graph = RelatedLines.ToGraph(await File.ReadAllTextAsync(Path.Combine(folder, "related.words")), analysis);
        await File.WriteAllBytesAsync(Path.Combine(folder, "related.graph"), graph);
        Console.WriteLine(FormattableString.Invariant($"{new RelatedGraph(graph).Count:#,0} stems, {graph.Length / 1e3:0} KB"));
    }
}
