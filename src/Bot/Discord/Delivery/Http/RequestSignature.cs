using System.Buffers;
using Microsoft.Extensions.Options;
using NSec.Cryptography;

namespace Bot.Discord.Delivery.Http;

/// <summary>Ed25519 over timestamp and raw body, with the application's public key. The timestamp's age is not judged: a wrong clock here would refuse everything.</summary>
internal sealed class RequestSignature(IOptions<DiscordOptions> options)
{
    private const int SignatureBytes = 64;

    private readonly Lazy<PublicKey> key = new(() => PublicKey.Import(
        SignatureAlgorithm.Ed25519,
        Convert.FromHexString((options.Value.PublicKey ?? throw new InvalidOperationException("Discord:PublicKey is not set.")).Trim()),
        KeyBlobFormat.RawPublicKey));

    /// <param name="signature">The header's hexadecimal digits, of either case.</param>
    /// <param name="message">Timestamp, immediately followed by the body.</param>
    public bool IsValid(string signature, ReadOnlySpan<byte> message)
    {
        Span<byte> bytes = stackalloc byte[SignatureBytes];
        return signature.Length == 2 * SignatureBytes
            && Convert.FromHexString(signature, bytes, out _, out _) == OperationStatus.Done
            && SignatureAlgorithm.Ed25519.Verify(key.Value, message, bytes);
    }
}
