using System.Buffers.Binary;
using Lectures.Transcripts;

namespace Lectures.Indexing;

/// <summary>
/// A passage's words as hashes of their stems, sentence by sentence, so that ranking looks at words without analyzing text again, and chooses
/// what to show without reading a lecture.
/// The words it stands under come first: those of its section's heading, then those of the lecture's title and series.
/// Layout, little-endian 32-bit: number of lists, the end of each in words, the hashes, the end of each sentence in sounds, which of its
/// transcript's sentences the first one is, where each begins and ends in the transcript; then the sounds of the sentences' words, a 0 before each word and at the end of a sentence, two a byte.
/// </summary>
internal readonly ref struct PassageTerms(ReadOnlySpan<byte> bytes)
{
    private const int Headings = 2;
    private const int QuestionMark = 1 << 30;

    private readonly ReadOnlySpan<byte> bytes = bytes;

    public int SentenceCount => At(0) - Headings;

    /// <summary>The hashes of the section's heading.</summary>
    public HashList Section => List(0);

    /// <summary>The hashes of the lecture's title and its series' name.</summary>
    public HashList Title => List(1);

    /// <summary>The hashes of one sentence's stems in order.</summary>
    public HashList Sentence(int index) => List(Headings + index);

    /// <summary>Where the sounds of a sentence begin and end, for <see cref="SoundPairs"/>.</summary>
    public (int Start, int End) Sounds(int index) => (index == 0 ? 0 : SoundEnd(index - 1), SoundEnd(index));

    /// <summary>All sounds, as in <see cref="Word.Sounds"/>, and 0 at the borders of words, two a byte, the first in the lower half.</summary>
    public ReadOnlySpan<byte> SoundPairs => bytes[(4 * (FirstAt + 1 + 2 * SentenceCount))..];

    /// <summary>The first sentence among its transcript's.</summary>
    public int FirstSentence => At(FirstAt);

    /// <summary>Where a sentence stands in the transcript.</summary>
    public TextSpan Span(int index) => new(At(FirstAt + 1 + 2 * index), At(FirstAt + 2 + 2 * index));

    private int FirstAt => 1 + At(0) + Words + SentenceCount;

    private int Words => At(At(0)) & ~QuestionMark;

    private int SoundEnd(int index) => At(1 + At(0) + Words + index);

    /// <summary>Whether a sentence asks rather than tells.</summary>
    public bool IsQuestion(int index) => (At(Headings + index + 1) & QuestionMark) != 0;

    public static byte[] Write(IReadOnlyList<Token> section, IReadOnlyList<Token> title, IReadOnlyList<PreparedSentence> sentences, int firstSentence)
    {
        IReadOnlyList<IReadOnlyList<Token>> lists = [section, title, .. sentences.Select(static sentence => sentence.Tokens)];
        var words = lists.Sum(static list => list.Count);
        var sounds = sentences.Sum(static sentence => 1 + sentence.Tokens.Sum(static token => token.Word.Sounds.Length > 0 ? 1 + token.Word.Sounds.Length : 0));
        var bytes = new byte[4 * (1 + lists.Count + words + sentences.Count + 1 + 2 * sentences.Count) + (sounds + 1) / 2];
        var integers = bytes.AsSpan();
        BinaryPrimitives.WriteInt32LittleEndian(integers, lists.Count);
        var (end, at) = (0, 4 * (1 + lists.Count));
        for (var i = 0; i < lists.Count; i++)
        {
            end += lists[i].Count;
            BinaryPrimitives.WriteInt32LittleEndian(integers[(4 * (1 + i))..], end | (i >= Headings && sentences[i - Headings].IsQuestion ? QuestionMark : 0));
            for (var word = 0; word < lists[i].Count; word++)
            {
                // The first word of a sentence has its capital from there.
                var token = lists[i][word];
                var marks = token.Word.Marks | (token.IsCapitalised && word > 0 ? WordMarks.Name : WordMarks.None);
                BinaryPrimitives.WriteInt32LittleEndian(integers[at..], token.Word.Hash | (int)marks);
                at += 4;
            }
        }

        var places = integers[(at + 4 * sentences.Count)..];
        BinaryPrimitives.WriteInt32LittleEndian(places, firstSentence);
        for (var i = 0; i < sentences.Count; i++)
        {
            BinaryPrimitives.WriteInt32LittleEndian(places[(4 * (1 + 2 * i))..], sentences[i].Span.Start);
            BinaryPrimitives.WriteInt32LittleEndian(places[(4 * (2 + 2 * i))..], sentences[i].Span.End);
        }

        WriteSounds(sentences, integers[at..], places[(4 * (1 + 2 * sentences.Count))..]);
        return bytes;
    }

    private static void WriteSounds(IReadOnlyList<PreparedSentence> sentences, Span<byte> ends, Span<byte> packed)
    {
        var end = 0;
        for (var i = 0; i < sentences.Count; i++)
        {
            foreach (var word in sentences[i].Tokens.Select(static token => token.Word.Sounds).Where(static sounds => sounds.Length > 0))
            {
                end++;
                foreach (var sound in word)
                {
                    packed[end / 2] |= (byte)(end % 2 == 0 ? sound : sound << 4);
                    end++;
                }
            }

            end++;
            BinaryPrimitives.WriteInt32LittleEndian(ends[(4 * i)..], end);
        }
    }

    private HashList List(int index)
    {
        var (start, end) = (index == 0 ? 0 : At(index) & ~QuestionMark, At(index + 1) & ~QuestionMark);
        return new HashList(bytes.Slice(4 * (1 + At(0)) + 4 * start, 4 * (end - start)));
    }

    private int At(int index) => BinaryPrimitives.ReadInt32LittleEndian(bytes[(4 * index)..]);

    /// <summary>A view of hashes in bytes that may lie unaligned.</summary>
    internal readonly ref struct HashList(ReadOnlySpan<byte> bytes)
    {
        private readonly ReadOnlySpan<byte> bytes = bytes;

        public int Count => bytes.Length / 4;

        public int Hash(int index) => Read(index) & ~(int)WordMarks.All;

        public WordMarks Marks(int index) => (WordMarks)(Read(index) & (int)WordMarks.All);

        private int Read(int index) => BinaryPrimitives.ReadInt32LittleEndian(bytes[(4 * index)..]);
    }
}
