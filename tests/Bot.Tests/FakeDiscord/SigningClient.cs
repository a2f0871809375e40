using System.Net.Http.Headers;
using System.Text;
using NSec.Cryptography;

namespace Bot.Tests.FakeDiscord;

/// <summary>Posts interactions the way Discord does, with a key pair of this run, and as wrongly as a test wants.</summary>
internal sealed class SigningClient : IDisposable
{
    private readonly Key key = Key.Create(SignatureAlgorithm.Ed25519);

    public string PublicKey => Convert.ToHexStringLower(key.PublicKey.Export(KeyBlobFormat.RawPublicKey));

    public string Sign(string timestamp, ReadOnlySpan<byte> body) =>
        Convert.ToHexStringLower(SignatureAlgorithm.Ed25519.Sign(key, [.. Encoding.UTF8.GetBytes(timestamp), .. body]));

    public HttpRequestMessage Request(byte[] body, string timestamp = "1700000000", string? signature = null)
    {
        var request = new HttpRequestMessage(HttpMethod.Post, "/interactions") { Content = new ByteArrayContent(body) };
        request.Content.Headers.ContentType = new MediaTypeHeaderValue("application/json");
        request.Headers.TryAddWithoutValidation("X-Signature-Ed25519", signature ?? Sign(timestamp, body));
        request.Headers.TryAddWithoutValidation("X-Signature-Timestamp", timestamp);
        return request;
    }

    public HttpRequestMessage Request(string body) => Request(Encoding.UTF8.GetBytes(body));

    public void Dispose() => key.Dispose();
}
