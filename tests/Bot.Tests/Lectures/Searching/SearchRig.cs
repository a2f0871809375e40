using Bot.Tests.Lectures.Indexing;
using Lectures.Answers;
using Lectures.Indexing;
using Lectures.Searching;

namespace Bot.Tests.Lectures.Searching;

/// <summary>A library of a few texts, to look at what a question finds in it.</summary>
internal sealed class SearchRig : IDisposable
{
    private readonly IndexRig files;
    private readonly TextAnalysis analysis = new();
    private readonly PassageIndex index;
    private IndexLease lease;
    private readonly QuestionReader reader;
    private readonly PassageSearcher searcher;

    private SearchRig(PassageIndex index, IndexRig files, string related)
    {
        searcher = new PassageSearcher(RankingModels.Shipped(), NamesTable.Empty, new RelatedWords(new RelatedGraph(RelatedLines.ToGraph(related, analysis))));
        this.files = files;
        this.index = index;
        lease = index.Lease() ?? throw new InvalidOperationException("Nothing was indexed.");
        reader = new QuestionReader(analysis);
    }

    /// <param name="lectures">Their texts, a sentence or more each.</param>
    public static Task<SearchRig> WithAsync(params string[] lectures) => WithRelatedAsync("", lectures);

    /// <param name="related">A table of related words.</param>
    /// <param name="lectures">Their texts, a sentence or more each.</param>
    public static async Task<SearchRig> WithRelatedAsync(string related, params string[] lectures)
    {
        var files = new IndexRig();
        for (var i = 0; i < lectures.Length; i++)
        {
            files.Write($"{i:00}.txt", lectures[i]);
        }

        var index = files.Open();
        await files.RunAsync(index);
        return new SearchRig(index, files, related);
    }

    /// <param name="lecture">Its number among those the rig was made with.</param>
    public async Task RemoveAsync(int lecture)
    {
        files.Delete($"{lecture:00}.txt");
        await files.RunAsync(index);
        lease.Dispose();
        lease = index.Lease() ?? throw new InvalidOperationException("Nothing is left.");
    }

    /// <summary>The texts of the passages that a question finds, the best first.</summary>
    public IReadOnlyList<string> Find(string question) => See<string[]>(question, static ranking => [.. ranking.Passages.Select(static passage => passage.Passage.Text)]);

    /// <summary>What was searched for besides, in the passages found, as written there.</summary>
    public IReadOnlyList<(string Typed, string Other)> AlsoSearched(string question) =>
        See(question, ranking => Explanation.Others(ranking.Terms, reader, ranking.Passages.Select(static passage => passage.Passage.Text)));

    /// <summary>How well the best sentence of the passage that is found first holds each term.</summary>
    public IReadOnlyList<float> Held(string question) =>
        See<float[]>(question, static ranking => ranking.Passages.Count == 0 ? [] : ranking.Passages[0].Candidate.Profile.Held.Strong.ToArray());

    /// <summary>What is seen in a ranking, which is gone afterwards.</summary>
    public T See<T>(string question, Func<Ranking, T> look)
    {
        using var ranking = searcher.Search(lease, Read(question), Scope.Everything);
        return look(ranking);
    }

    /// <summary>The terms of a question that are taken for names.</summary>
    public IReadOnlyList<string> Names(string question)
    {
        var terms = searcher.TermsOf(lease, Read(question));
        return [.. terms.Question.Terms.Where((_, t) => terms.IsName[t]).Select(static term => term.Exact)];
    }

    public void Dispose()
    {
        lease.Dispose();
        index.Dispose();
        files.Dispose();
        analysis.Dispose();
    }

    private Question Read(string question) => Assert.IsType<QuestionReading.Clear>(reader.Read(question)).Question;
}
