using System.Globalization;
using System.IO.Compression;

namespace Bot.Library;

/// <summary>What an upload holds.</summary>
internal abstract record Unpacked
{
    private Unpacked()
    {
    }

    /// <param name="Others">Names of entries that are no transcripts.</param>
    internal sealed record Files(IReadOnlyList<UploadedFile> Transcripts, IReadOnlyList<string> Others) : Unpacked;

    internal sealed record Refused(string Reason) : Unpacked;
}

/// <summary>Unpacks a zip within bounds; what the archive says of its own size is not believed.</summary>
internal static class Unpacking
{
    private const int LongestName = 120;
    private const int Chunk = 64 * 1024;

    public static bool IsZip(UploadedFile file) => file.Name.EndsWith(".zip", StringComparison.OrdinalIgnoreCase);

    public static Unpacked Unpack(ReadOnlyMemory<byte> bytes, Func<string, bool> isTranscript)
    {
        try
        {
            using var archive = new ZipArchive(new MemoryStream(bytes.ToArray(), writable: false), ZipArchiveMode.Read);
            return Unpack(archive, isTranscript);
        }
        catch (Exception damage) when (damage is InvalidDataException or EndOfStreamException or NotSupportedException or IOException or ArgumentException)
        {
            return new Unpacked.Refused("The zip cannot be unpacked: it is damaged, encrypted or packed in an unusual way. Pack it anew, or upload the transcripts themselves.");
        }
    }

    /// <summary>The last folder and the name, without what could lead anywhere or hide anything.</summary>
    public static string Clean(string name)
    {
        var parts = name.Replace('\\', '/').Split('/', StringSplitOptions.RemoveEmptyEntries).Where(static part => part is not ("." or "..")).TakeLast(2).Select(Visible).Where(static part => part.Length > 0);
        var clean = string.Join('/', parts);
        return clean.Length == 0 ? "unnamed" : clean.Length <= LongestName ? clean : clean[^LongestName..].TrimStart('/');
    }

    private static Unpacked Unpack(ZipArchive archive, Func<string, bool> isTranscript)
    {
        if (archive.Entries.Count > LibraryLimits.MostEntries)
        {
            return new Unpacked.Refused(string.Create(CultureInfo.InvariantCulture, $"The zip holds {archive.Entries.Count:#,0} entries; at most {LibraryLimits.MostEntries:#,0} are looked at. Split it."));
        }

        if (archive.Entries.Any(static entry => LeadsOut(entry.FullName)))
        {
            return new Unpacked.Refused("The zip names files outside itself. Pack it anew from the folder with the transcripts.");
        }

        var (files, others, left) = (new List<UploadedFile>(), new List<string>(), (long)LibraryLimits.MostUnpackedBytes);
        foreach (var entry in archive.Entries.Where(static entry => !IsHidden(entry)))
        {
            if (!isTranscript(entry.Name))
            {
                others.Add(Clean(entry.FullName));
                continue;
            }

            if (files.Count == LibraryLimits.MostFiles)
            {
                return new Unpacked.Refused($"The zip holds more than {LibraryLimits.MostFiles} transcripts. Split it.");
            }

            if (Read(entry, Math.Min(left, LibraryLimits.MostUploadBytes)) is not { } bytes)
            {
                return new Unpacked.Refused("What the zip unpacks to is too large. Upload fewer transcripts at once.");
            }

            left -= bytes.Length;
            files.Add(new UploadedFile(Clean(entry.FullName), bytes));
        }

        return files.Count == 0 ? new Unpacked.Refused("The zip holds no transcripts that I can read.") : new Unpacked.Files(files, others);
    }

    /// <summary>Null where there is more than allowed.</summary>
    private static byte[]? Read(ZipArchiveEntry entry, long most)
    {
        using var stream = entry.Open();
        using var buffer = new MemoryStream();
        var chunk = new byte[Chunk];
        for (int read; (read = stream.Read(chunk)) > 0;)
        {
            if (buffer.Length + read > most)
            {
                return null;
            }

            buffer.Write(chunk, 0, read);
        }

        return buffer.ToArray();
    }

    private static bool LeadsOut(string name) =>
        name.StartsWith('/') || name.StartsWith('\\') || (name.Length > 1 && name[1] == ':') || name.Replace('\\', '/').Split('/').Contains("..");

    private static bool IsHidden(ZipArchiveEntry entry) =>
        entry.Name.Length == 0 || entry.Name.StartsWith('.') || entry.FullName.StartsWith("__MACOSX/", StringComparison.Ordinal);

    private static string Visible(string part) => new string([.. part.Where(static c => !char.IsControl(c) && c is not ('\u202E' or '\u202D' or '\u2066' or '\u2067' or '\u2068' or '\u2069' or '\u200F' or '\u200E'))]).Trim();
}
