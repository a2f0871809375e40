using Lectures.Indexing;
using Lucene.Net.Analysis.Core;
using Lucene.Net.Documents;
using Lucene.Net.Index;
using Lucene.Net.Store;
using Lucene.Net.Util;

namespace Bot.Tests.Lectures.Indexing;

/// <summary>What was written of passages' words is read again, through merges and deletions, and into the caller's memory.</summary>
public sealed class PassageTermsFormatTests
{
    private const string Key = "key";

    private static readonly byte[][] Values = [[1], [], [2, 3, 4], .. Enumerable.Range(0, 60).Select(static i => Enumerable.Repeat((byte)i, 7 * i).ToArray())];

    [Theory]
    [InlineData(1)]
    [InlineData(4)]
    [InlineData(1_000)]
    public void Values_come_back_from_every_segment(int commitEvery)
    {
        using var directory = Written(commitEvery, merge: false, delete: []);
        Assert.Equal(Values, Read(directory));
    }

    [Fact]
    public void Merging_leaves_out_what_was_deleted()
    {
        using var directory = Written(commitEvery: 3, merge: true, delete: [0, 7, 8, 62]);
        Assert.Equal(Values.Where(static (_, i) => i is not (0 or 7 or 8 or 62)), Read(directory));
    }

    [Fact]
    public void A_caller_s_array_is_used_again()
    {
        using var directory = Written(commitEvery: 1_000, merge: false, delete: []);
        using var reader = DirectoryReader.Open(directory);
        var words = reader.Leaves[0].AtomicReader.GetBinaryDocValues(IndexFields.Terms);
        var bytes = new BytesRef(new byte[1_000]);
        var array = bytes.Bytes;
        words.Get(5, bytes);
        words.Get(40, bytes);
        Assert.Same(array, bytes.Bytes);
        Assert.Equal(Values[40], bytes.Bytes.AsSpan(bytes.Offset, bytes.Length).ToArray());
    }

    [Fact]
    public void A_file_cut_short_is_called_corrupt()
    {
        using var directory = Written(commitEvery: 1_000, merge: false, delete: []);
        var name = Assert.Single(directory.ListAll(), static file => file.EndsWith(".cpt", StringComparison.Ordinal));
        var bytes = new byte[40];
        using (var input = directory.OpenInput(name, IOContext.DEFAULT))
        {
            input.ReadBytes(bytes, 0, bytes.Length);
        }

        directory.DeleteFile(name);
        using (var output = directory.CreateOutput(name, IOContext.DEFAULT))
        {
            output.WriteBytes(bytes, bytes.Length);
        }

        Assert.Throws<CorruptIndexException>(() => DirectoryReader.Open(directory).Dispose());
    }

    private static RAMDirectory Written(int commitEvery, bool merge, int[] delete)
    {
        var directory = new RAMDirectory();
        var config = new IndexWriterConfig(LuceneVersion.LUCENE_48, new KeywordAnalyzer()) { Codec = new PassageCodec(), UseCompoundFile = false, MergePolicy = new LogDocMergePolicy { NoCFSRatio = 0 } };
        using var writer = new IndexWriter(directory, config);
        for (var i = 0; i < Values.Length; i++)
        {
            writer.AddDocument(Document(i));
            if (i % commitEvery == commitEvery - 1)
            {
                writer.Commit();
            }
        }

        foreach (var i in delete)
        {
            writer.DeleteDocuments(new Term(Key, Name(i)));
        }

        if (merge)
        {
            writer.ForceMerge(1);
        }

        return directory;
    }

    /// <summary>Every empty value in one of two ways: no value, and a value of no length.</summary>
    private static Document Document(int i)
    {
        var document = new Document { new StringField(Key, Name(i), Field.Store.NO) };
        if (i != 1)
        {
            document.Add(new BinaryDocValuesField(IndexFields.Terms, new BytesRef(Values[i])));
        }

        return document;
    }

    private static string Name(int i) => i.ToString(System.Globalization.CultureInfo.InvariantCulture);

    private static List<byte[]> Read(RAMDirectory directory)
    {
        using var reader = DirectoryReader.Open(directory);
        var (read, bytes) = (new List<byte[]>(), new BytesRef());
        foreach (var leaf in reader.Leaves)
        {
            var words = leaf.AtomicReader.GetBinaryDocValues(IndexFields.Terms);
            for (var document = 0; document < leaf.AtomicReader.MaxDoc; document++)
            {
                if (leaf.AtomicReader.LiveDocs?.Get(document) != false)
                {
                    words.Get(document, bytes);
                    read.Add(bytes.Bytes.AsSpan(bytes.Offset, bytes.Length).ToArray());
                }
            }
        }

        return read;
    }
}
