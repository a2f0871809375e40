using System.Text;
using Lectures.Transcripts;

namespace Lectures.Indexing;

/// <summary>Reads forward what a <see cref="BinaryWriter"/> wrote: numbers of seven bits a byte, and strings in UTF-8 with their length before them.</summary>
internal ref struct StoredBytes(ReadOnlySpan<byte> bytes)
{
    private readonly ReadOnlySpan<byte> bytes = bytes;
    private int at;

    /// <summary>The last string read, and as it is stored.</summary>
    private string? lastText;
    private ReadOnlySpan<byte> lastBytes;

    public int ReadInt() => (int)ReadLong();

    public long ReadLong()
    {
        var (value, shift) = (0UL, 0);
        while (true)
        {
            var part = bytes[at++];
            value |= (ulong)(part & 0x7F) << shift;
            if (part < 0x80)
            {
                return (long)value;
            }

            shift += 7;
        }
    }

    public int ReadSigned()
    {
        var value = (uint)ReadLong();
        return (int)(value >> 1) ^ -(int)(value & 1);
    }

    /// <param name="last">Against which the start was written.</param>
    public TextSpan ReadSpan(int last)
    {
        var start = last + ReadSigned();
        return new TextSpan(start, start + ReadInt());
    }

    public ReadOnlySpan<byte> ReadBytes()
    {
        var length = ReadInt();
        at += length;
        return bytes[(at - length)..at];
    }

    /// <summary>The same string again where the last one read had the same letters: who speaks a paragraph most often spoke the one before.</summary>
    public string ReadString()
    {
        var read = ReadBytes();
        if (lastText is null || !read.SequenceEqual(lastBytes))
        {
            lastBytes = read;
            lastText = Encoding.UTF8.GetString(read);
        }

        return lastText;
    }

    /// <summary>Null for an empty string.</summary>
    public string? ReadOptional() => ReadString() is { Length: > 0 } value ? value : null;
}
