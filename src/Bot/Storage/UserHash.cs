using System.Security.Cryptography;
using System.Text;
using Lectures.Indexing;
using Microsoft.Extensions.Options;

namespace Bot.Storage;

/// <summary>
/// A name for a user that tells nobody who it is: HMAC-SHA256 under a key that lies beside the database and in no copy of it, and other for
/// every server, so that nobody can be followed from one to the next.
/// </summary>
internal sealed class UserHash(IOptions<LibraryOptions> options)
{
    private const int Characters = 24;

    private readonly Lazy<byte[]> key = new(() => KeyOf(Path.Combine(options.Value.Store, "users.key")), LazyThreadSafetyMode.PublicationOnly);

    public string Of(ServerId server, string userId) =>
        Convert.ToHexStringLower(HMACSHA256.HashData(key.Value, Encoding.UTF8.GetBytes($"{server}:{userId}")))[..Characters];

    private static byte[] KeyOf(string file)
    {
        if (!File.Exists(file))
        {
            Directory.CreateDirectory(Path.GetDirectoryName(file) ?? ".");
            Write(file);
        }

        var read = File.ReadAllBytes(file);
        return read.Length == HMACSHA256.HashSizeInBytes ? read : throw new InvalidDataException($"{file} holds no key. Delete it; whoever asked before is then a stranger.");
    }

    /// <summary>Two processes that begin at once must end with one key: the whole file is moved to where none is.</summary>
    private static void Write(string file)
    {
        var fresh = $"{file}.{Guid.NewGuid():N}";
        var access = new FileStreamOptions { Mode = FileMode.CreateNew, Access = FileAccess.Write };
        if (!OperatingSystem.IsWindows())
        {
            access.UnixCreateMode = UnixFileMode.UserRead | UnixFileMode.UserWrite;
        }

        using (var stream = new FileStream(fresh, access))
        {
            stream.Write(RandomNumberGenerator.GetBytes(HMACSHA256.HashSizeInBytes));
            stream.Flush(flushToDisk: true);
        }

        try
        {
            File.Move(fresh, file, overwrite: false);
        }
        catch (IOException) when (File.Exists(file))
        {
            File.Delete(fresh);
        }
    }
}
