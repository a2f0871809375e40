using System.Text;

namespace Lectures.Transcripts.Json;

/// <summary>Leads from places in UTF-8 to places in the text it was made of. Asked in ascending order, it looks at each byte once.</summary>
internal ref struct SourceOffsets(ReadOnlySpan<byte> bytes, int textStart)
{
    private readonly ReadOnlySpan<byte> bytes = bytes;
    private int byteAt;
    private int charAt = textStart;

    public int At(int byteOffset)
    {
        charAt += Encoding.UTF8.GetCharCount(bytes[byteAt..byteOffset]);
        byteAt = byteOffset;
        return charAt;
    }
}
