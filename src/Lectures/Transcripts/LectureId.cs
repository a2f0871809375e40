using System.Security.Cryptography;
using System.Text;

namespace Lectures.Transcripts;

/// <summary>Stable name of a lecture: 16 letters and digits, derived from where its file lies in the library, so a changed text keeps it.</summary>
public readonly record struct LectureId(string Value)
{
    public static LectureId ForFile(string relativePath) => new(StableHash.Of(relativePath.Replace('\\', '/')));

    public override string ToString() => Value;
}

/// <summary>A short stable hash: the first 80 bits of SHA-256 over UTF-8, as 16 characters of lower-case base 32.</summary>
internal static class StableHash
{
    private const string Alphabet = "abcdefghijklmnopqrstuvwxyz234567";

    public static string Of(string text)
    {
        Span<byte> hash = stackalloc byte[SHA256.HashSizeInBytes];
        SHA256.HashData(Encoding.UTF8.GetBytes(text), hash);
        return string.Create(16, hash[..10].ToArray(), static (characters, bytes) =>
        {
            for (var i = 0; i < characters.Length; i++)
            {
                var bit = i * 5;
                var pair = (bytes[bit / 8] << 8) | (bit / 8 + 1 < bytes.Length ? bytes[bit / 8 + 1] : 0);
                characters[i] = Alphabet[(pair >> (11 - bit % 8)) & 31];
            }
        });
    }
}
