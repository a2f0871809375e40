using Lucene.Net.Analysis;
using Lucene.Net.Analysis.TokenAttributes;

namespace Lectures.Indexing;

/// <summary>Feeds words that are already analyzed to Lucene, so that a passage is analyzed once for all its fields. Reusable.</summary>
internal sealed class TermStream : TokenStream
{
    private readonly ICharTermAttribute term;
    private readonly bool stems;
    private IReadOnlyList<Token> tokens = [];
    private int next;

    public TermStream(bool stems)
    {
        this.stems = stems;
        term = AddAttribute<ICharTermAttribute>();
    }

    public TermStream Over(IReadOnlyList<Token> words)
    {
        tokens = words;
        next = 0;
        return this;
    }

    public override void Reset()
    {
        base.Reset();
        next = 0;
    }

    public override bool IncrementToken()
    {
        if (next == tokens.Count)
        {
            return false;
        }

        ClearAttributes();
        var word = tokens[next++].Word;
        term.SetEmpty().Append(stems ? word.Stem : word.Exact);
        return true;
    }
}
