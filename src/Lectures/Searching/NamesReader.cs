using Lectures.Indexing;

namespace Lectures.Searching;

/// <summary>From lines to a table of names.</summary>
public sealed class NamesReader
{
    private readonly TextAnalysis analysis;

    internal NamesReader(TextAnalysis analysis) => this.analysis = analysis;

    public NamesTable Read(IEnumerable<string> lines) => NamesTable.Read(lines, analysis);
}
