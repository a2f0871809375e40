using System.Buffers.Binary;
using System.Runtime.InteropServices;
using System.Text;

namespace Lectures.Searching;

/// <summary>
/// Stems and how they are linked, as <see cref="RelatedLines"/> writes them, so that nothing is parsed or stemmed when a program starts.
/// Layout, little-endian: the number of stems; of each how much a link to it tells and how long its vector is, 32-bit floats; the end of each
/// in the text and the end of its links, 32-bit integers; the stems as UTF-8 in ordinal order; the links, three bytes each.
/// </summary>
internal sealed class RelatedGraph
{
    public const int LinkBytes = 3;

    /// <summary>A link has two bytes for a stem.</summary>
    public const int MostStems = 1 << 16;

    /// <summary>A stem with more links is no sign of what it is linked to.</summary>
    private const int MostLinks = 300;

    private readonly ReadOnlyMemory<byte> memory;
    private readonly int textStart;
    private readonly int linksStart;

    /// <summary>Those asked for before: a library's words have many of the same related ones.</summary>
    private readonly string?[] stems;

    public RelatedGraph(ReadOnlyMemory<byte> bytes)
    {
        memory = bytes;
        Count = BinaryPrimitives.ReadInt32LittleEndian(bytes.Span);
        stems = new string?[Count];
        textStart = 4 * (1 + 4 * Count);
        linksStart = textStart + (Count == 0 ? 0 : TextEnds[^1]);
    }

    public int Count { get; }

    private ReadOnlySpan<byte> Bytes => memory.Span;

    /// <summary>log(N / (1 + links)): the more links, the less one of them tells.</summary>
    public ReadOnlySpan<float> Telling => Floats(0);

    /// <summary>Of the vector that a stem's links are, its own place in it included.</summary>
    public ReadOnlySpan<float> Lengths => Floats(1);

    private ReadOnlySpan<int> TextEnds => MemoryMarshal.Cast<byte, int>(Bytes.Slice(4 * (1 + 2 * Count), 4 * Count));

    private ReadOnlySpan<int> LinkEnds => MemoryMarshal.Cast<byte, int>(Bytes.Slice(4 * (1 + 3 * Count), 4 * Count));

    /// <returns>The number of a stem; -1 where it has no links.</returns>
    public int Find(string stem)
    {
        var sought = Encoding.UTF8.GetBytes(stem);
        return FirstFrom(sought) is var number && number < Count && Utf8(number).SequenceEqual(sought) ? number : -1;
    }

    /// <summary>The phrases that begin with a stem.</summary>
    public IEnumerable<string> PhrasesFrom(string stem)
    {
        var opening = Encoding.UTF8.GetBytes($"{stem} ");
        for (var number = FirstFrom(opening); number < Count && Utf8(number).StartsWith(opening); number++)
        {
            yield return Stem(number);
        }
    }

    /// <summary>The first that does not come before some bytes.</summary>
    private int FirstFrom(ReadOnlySpan<byte> sought)
    {
        var (low, high) = (0, Count);
        while (low < high)
        {
            var middle = (low + high) / 2;
            (low, high) = Utf8(middle).SequenceCompareTo(sought) < 0 ? (middle + 1, high) : (low, middle);
        }

        return low;
    }

    public bool IsPhrase(int number) => Utf8(number).Contains((byte)' ');

    public string Stem(int number) => stems[number] ??= Encoding.UTF8.GetString(Utf8(number));

    public Links LinksOf(int number)
    {
        var (start, end) = (number == 0 ? 0 : LinkEnds[number - 1], LinkEnds[number]);
        return new Links(Bytes.Slice(linksStart + LinkBytes * start, LinkBytes * (end - start)));
    }

    /// <summary>
    /// How like each other stems are by what they are linked to: adds, for each stem that <paramref name="number"/> reaches in two steps, the cosine of their
    /// vectors of links.
    /// </summary>
    /// <param name="cosines">A zero a stem.</param>
    /// <param name="reached">Those that are no longer zero.</param>
    public void AddCosines(int number, Span<float> cosines, List<int> reached)
    {
        Step(number, 1, cosines, reached);
        foreach (var link in LinksOf(number))
        {
            Step(link.Stem, link.Kinds.Weight(), cosines, reached);
        }

        var lengths = Lengths;
        foreach (var stem in reached)
        {
            cosines[stem] /= lengths[number] * lengths[stem];
        }
    }

    private void Step(int through, float weight, Span<float> sums, List<int> reached)
    {
        var links = LinksOf(through);
        if (links.Count > MostLinks)
        {
            return;
        }

        var share = weight * Telling[through] * Telling[through];
        Add(through, share, sums, reached);
        foreach (var link in links)
        {
            Add(link.Stem, share * link.Kinds.Backwards().Weight(), sums, reached);
        }
    }

    private static void Add(int stem, float share, Span<float> sums, List<int> reached)
    {
        if (sums[stem] == 0)
        {
            reached.Add(stem);
        }

        sums[stem] += share;
    }

    private ReadOnlySpan<float> Floats(int table) => MemoryMarshal.Cast<byte, float>(Bytes.Slice(4 * (1 + table * Count), 4 * Count));

    private ReadOnlySpan<byte> Utf8(int number)
    {
        var (start, end) = (number == 0 ? 0 : TextEnds[number - 1], TextEnds[number]);
        return Bytes.Slice(textStart + start, end - start);
    }

    /// <summary>What one stem is linked to.</summary>
    internal readonly ref struct Links(ReadOnlySpan<byte> bytes)
    {
        private readonly ReadOnlySpan<byte> bytes = bytes;

        public int Count => bytes.Length / LinkBytes;

        public Enumerator GetEnumerator() => new(bytes);

        internal ref struct Enumerator(ReadOnlySpan<byte> bytes)
        {
            private readonly ReadOnlySpan<byte> bytes = bytes;
            private int at = -LinkBytes;

            public readonly (int Stem, LinkKinds Kinds) Current => (BinaryPrimitives.ReadUInt16LittleEndian(bytes[at..]), (LinkKinds)bytes[at + 2]);

            public bool MoveNext() => (at += LinkBytes) < bytes.Length;
        }
    }
}

/// <summary>What one word is to another; it may be several.</summary>
[Flags]
internal enum LinkKinds : byte
{
    None = 0,

    /// <summary>The same word in another form.</summary>
    Form = 1,

    /// <summary>Says nearly the same.</summary>
    Near = 2,

    /// <summary>Is told along with it.</summary>
    Along = 4,

    /// <summary>It is told along with the other.</summary>
    AlongOther = 8,
}

internal static class LinkKindsExtensions
{
    /// <summary>What the other word is to the one.</summary>
    public static LinkKinds Backwards(this LinkKinds kinds) =>
        (kinds & (LinkKinds.Form | LinkKinds.Near))
        | ((kinds & LinkKinds.Along) != 0 ? LinkKinds.AlongOther : LinkKinds.None)
        | ((kinds & LinkKinds.AlongOther) != 0 ? LinkKinds.Along : LinkKinds.None);

    /// <summary>What a link counts in a word's vector.</summary>
    public static float Weight(this LinkKinds kinds) =>
        (kinds & LinkKinds.Form) != 0 ? 1 : (kinds & LinkKinds.Near) != 0 ? 0.6f : (kinds & LinkKinds.Along) != 0 ? 0.35f : 0.2f;
}
