using System.Text;

namespace Bot.Tests.Lectures.Semantics;

/// <summary>As much of the encoding of protocol buffers as a model's file needs.</summary>
internal static class ProtocolBuffer
{
    public static byte[] Text(int field, string value) => Bytes(field, Encoding.UTF8.GetBytes(value));

    public static byte[] Field(int field, IEnumerable<byte[]> content) => Bytes(field, Join(content));

    public static byte[] Bytes(int field, byte[] content) => [.. Varint((ulong)(field << 3 | 2)), .. Varint((ulong)content.Length), .. content];

    public static byte[] Number(int field, long value) => [.. Varint((ulong)(field << 3)), .. Varint((ulong)value)];

    public static byte[] Float(int field, float value) => [.. Varint((ulong)(field << 3 | 5)), .. BitConverter.GetBytes(value)];

    public static byte[] Join(IEnumerable<byte[]> parts) => [.. parts.SelectMany(static part => part)];

    private static List<byte> Varint(ulong value)
    {
        var bytes = new List<byte>();
        for (; value > 127; value >>= 7)
        {
            bytes.Add((byte)(value | 128));
        }

        bytes.Add((byte)value);
        return bytes;
    }
}
