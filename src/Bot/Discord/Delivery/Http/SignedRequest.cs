using System.Buffers;
using System.Text;

namespace Bot.Discord.Delivery.Http;

/// <summary>A request's timestamp and body in one piece, as they were signed, in a rented buffer.</summary>
internal sealed class SignedRequest : IDisposable
{
    /// <summary>Discord's interactions have some kilobytes.</summary>
    public const int MaxBodyBytes = 1 << 20;

    // Seconds since 1970 have ten digits.
    private const int MaxTimestampLength = 32;

    private readonly byte[] buffer;
    private readonly int timestampLength;
    private readonly int length;

    private SignedRequest(byte[] buffer, int timestampLength, int length)
    {
        this.buffer = buffer;
        this.timestampLength = timestampLength;
        this.length = length;
    }

    public ReadOnlySpan<byte> Message => buffer.AsSpan(0, length);

    public ReadOnlyMemory<byte> Body => buffer.AsMemory(timestampLength, length - timestampLength);

    public static bool IsTimestamp(string? text) =>
        text is { Length: > 0 and <= MaxTimestampLength } && text.All(char.IsAscii);

    /// <summary>Null if the body is too long. What is held grows with what has come, whatever was announced.</summary>
    public static async Task<SignedRequest?> ReadAsync(HttpRequest request, string timestamp, CancellationToken cancellation)
    {
        if (request.ContentLength > MaxBodyBytes)
        {
            return null;
        }

        while (true)
        {
            var read = await request.BodyReader.ReadAsync(cancellation);
            if (read.Buffer.Length > MaxBodyBytes)
            {
                request.BodyReader.AdvanceTo(read.Buffer.End);
                return null;
            }

            if (read.IsCompleted)
            {
                var whole = Join(timestamp, read.Buffer);
                request.BodyReader.AdvanceTo(read.Buffer.End);
                return whole;
            }

            request.BodyReader.AdvanceTo(read.Buffer.Start, read.Buffer.End);
        }
    }

    public void Dispose() => ArrayPool<byte>.Shared.Return(buffer);

    private static SignedRequest Join(string timestamp, ReadOnlySequence<byte> body)
    {
        var length = timestamp.Length + (int)body.Length;
        var buffer = ArrayPool<byte>.Shared.Rent(length);
        Encoding.ASCII.GetBytes(timestamp, buffer);
        body.CopyTo(buffer.AsSpan(timestamp.Length));
        return new SignedRequest(buffer, timestamp.Length, length);
    }
}
