using Lectures.Indexing;
using Lectures.Transcripts;
using Lucene.Net.Index;
using Lucene.Net.Search;
using Lucene.Net.Util;

namespace Bot.Tests.Lectures.Indexing;

/// <summary>What an index holds, read back document by document, and whether it fits together.</summary>
internal static class IndexContent
{
    /// <summary>File and text of every lecture, by file. Fails where manifest, documents and transcripts do not agree.</summary>
    public static IReadOnlyList<string> Lectures(PassageIndex index)
    {
        using var lease = index.Lease() ?? throw new InvalidOperationException("There is no index.");
        var (lectures, documents) = (new List<string>(), 0);
        foreach (var (file, known) in lease.Manifests[0].Files)
        {
            var block = lease.Searcher.Search(new TermQuery(new Term(IndexFields.LectureId, LectureId.ForFile(file).Value)), 1_000).ScoreDocs;
            Assert.Equal(known.Passages == 0 ? 0 : known.Passages + 1, block.Length);
            documents += block.Length;
            if (block.Length > 0)
            {
                var lecture = LectureBlock.Read(lease.Searcher.IndexReader, block.Min(static hit => hit.Doc));
                Assert.Equal(known.Passages, lecture.Passages.Count);
                Assert.Equal(file, lecture.Transcript.Lecture.File);
                lectures.Add($"{file}: {lecture.Transcript.Text}");
            }
        }

        Assert.Equal(documents, lease.Searcher.IndexReader.NumDocs);
        return lectures;
    }

    /// <summary>Every document in order, with all that ranking reads.</summary>
    public static IReadOnlyList<string> Documents(PassageIndex index)
    {
        using var lease = index.Lease() ?? throw new InvalidOperationException("There is no index.");
        var documents = new List<string>();
        foreach (var leaf in lease.Searcher.IndexReader.Leaves)
        {
            var (ordinals, terms, bytes) = (leaf.AtomicReader.GetNumericDocValues(IndexFields.Ordinal), leaf.AtomicReader.GetBinaryDocValues(IndexFields.Terms), new BytesRef());
            for (var i = 0; i < leaf.AtomicReader.MaxDoc; i++)
            {
                terms.Get(i, bytes);
                var lecture = leaf.AtomicReader.Document(i).GetBinaryValue(IndexFields.Lecture);
                var head = lecture is null ? "passage" : LectureReader.Whole(lecture.Bytes.AsSpan(lecture.Offset, lecture.Length)).Transcript.Lecture.File;
                documents.Add($"{head} {ordinals.Get(i)} {Convert.ToHexString(bytes.Bytes.AsSpan(bytes.Offset, bytes.Length))}");
            }
        }

        return documents;
    }
}
