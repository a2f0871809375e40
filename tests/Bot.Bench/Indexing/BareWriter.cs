using Lectures.Indexing;
using Lectures.Passages;
using Lucene.Net.Documents;
using Lucene.Net.Index;
using Lucene.Net.Store;
using Lucene.Net.Util;

namespace Bot.Bench.Indexing;

/// <summary>
/// What one would write without Clio, given passages in memory: an IndexWriter with the same analysis, similarity and buffer, a
/// document a passage with the same indexed fields, one commit. It reads no files, cuts no passages, keeps no transcript, no words for
/// ranking, and no record of the files.
/// </summary>
internal static class BareWriter
{
    private static readonly FieldType Words = Frozen(IndexOptions.DOCS_AND_FREQS);
    private static readonly FieldType WordsInPlace = Frozen(IndexOptions.DOCS_AND_FREQS_AND_POSITIONS);

    /// <param name="passages">Lecture by lecture.</param>
    /// <param name="folder">For the index; new or empty.</param>
    /// <param name="threads">That add documents; 1 for a plain loop.</param>
    public static void Write(IReadOnlyList<BarePassage> passages, string folder, int threads)
    {
        using var analysis = new TextAnalysis();
        using var analyzer = new WordAnalyzer(analysis);
        using var directory = FSDirectory.Open(folder);
        var config = new IndexWriterConfig(LuceneVersion.LUCENE_48, analyzer) { Similarity = RankingSimilarity.Create(), RAMBufferSizeMB = 48 };
        using var writer = new IndexWriter(directory, config);
        if (threads == 1)
        {
            foreach (var passage in passages)
            {
                writer.AddDocument(DocumentOf(passage));
            }
        }
        else
        {
            Parallel.ForEach(passages, new ParallelOptions { MaxDegreeOfParallelism = threads }, passage => writer.AddDocument(DocumentOf(passage)));
        }

        writer.Commit();
    }

    private static Document DocumentOf(BarePassage passage) =>
    [
        new StringField(IndexFields.LectureId, passage.Lecture, Field.Store.NO),
        new Field(IndexFields.Body, passage.Text, Words),
        new Field(IndexFields.Exact, passage.Text, WordsInPlace),
        new Field(IndexFields.Section, passage.Section, Words),
        new Field(IndexFields.Title, passage.Title, Words),
        new Field(IndexFields.Series, passage.Series, Words),
    ];

    private static FieldType Frozen(IndexOptions options)
    {
        var type = new FieldType { IsIndexed = true, IsTokenized = true, IndexOptions = options };
        type.Freeze();
        return type;
    }
}

/// <summary>A passage as strings.</summary>
internal sealed record BarePassage(string Lecture, string Text, string Section, string Title, string Series)
{
    public static BarePassage Of(Passage passage)
    {
        var lecture = passage.Transcript.Lecture;
        return new BarePassage(lecture.Id.Value, passage.Text, passage.Section ?? "", lecture.Title, lecture.Series ?? "");
    }
}
