using System.Buffers.Binary;

namespace Lectures.Indexing;

/// <summary>
/// A passage's words as hashes of their stems, sentence by sentence, so that ranking looks at words without analyzing text again.
/// Layout, little-endian 32-bit: number of sentences, the end of each in words, then the hashes.
/// </summary>
internal readonly ref struct PassageTerms(ReadOnlySpan<byte> bytes)
{
    private readonly ReadOnlySpan<byte> bytes = bytes;

    public int SentenceCount => At(0);

    /// <summary>The hashes of one sentence's stems in order.</summary>
    public HashList Sentence(int index)
    {
        var start = index == 0 ? 0 : At(index);
        return Words(start, At(index + 1));
    }

    public HashList All => Words(0, SentenceCount == 0 ? 0 : At(SentenceCount));

    public static byte[] Write(IReadOnlyList<List<Token>> sentences)
    {
        var words = sentences.Sum(static sentence => sentence.Count);
        var bytes = new byte[4 * (1 + sentences.Count + words)];
        var integers = bytes.AsSpan();
        BinaryPrimitives.WriteInt32LittleEndian(integers, sentences.Count);
        var (end, at) = (0, 4 * (1 + sentences.Count));
        for (var i = 0; i < sentences.Count; i++)
        {
            end += sentences[i].Count;
            BinaryPrimitives.WriteInt32LittleEndian(integers[(4 * (1 + i))..], end);
            foreach (var token in sentences[i])
            {
                BinaryPrimitives.WriteInt32LittleEndian(integers[at..], token.Word.Hash);
                at += 4;
            }
        }

        return bytes;
    }

    private HashList Words(int start, int end)
    {
        var header = 4 * (1 + SentenceCount);
        return new HashList(bytes.Slice(header + 4 * start, 4 * (end - start)));
    }

    private int At(int index) => BinaryPrimitives.ReadInt32LittleEndian(bytes[(4 * index)..]);

    /// <summary>A view of hashes in bytes that may lie unaligned.</summary>
    internal readonly ref struct HashList(ReadOnlySpan<byte> bytes)
    {
        private readonly ReadOnlySpan<byte> bytes = bytes;

        public int Count => bytes.Length / 4;

        public int this[int index] => BinaryPrimitives.ReadInt32LittleEndian(bytes[(4 * index)..]);
    }
}
