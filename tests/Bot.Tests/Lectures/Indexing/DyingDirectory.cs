using Lucene.Net.Store;

namespace Bot.Tests.Lectures.Indexing;

/// <summary>
/// A storage in memory that dies after so many steps: a byte written, a file made, synced or deleted each count as one. After its death
/// nothing can be done to it. What would be found on disk afterwards is told by <see cref="Remains"/>.
/// </summary>
internal sealed class DyingDirectory : FilterDirectory
{
    private readonly RAMDirectory files;
    private readonly System.Threading.Lock gate = new();
    private readonly HashSet<string> unsynced = new(StringComparer.Ordinal);
    private long left;

    private DyingDirectory(RAMDirectory files, long steps)
        : base(files)
    {
        this.files = files;
        left = steps;
        Steps = steps;
    }

    public long Steps { get; }

    public long Used => Steps - left;

    public bool IsDead => left <= 0;

    public static DyingDirectory Over(Lucene.Net.Store.Directory start, long steps) => new(new RAMDirectory(start, IOContext.DEFAULT), steps);

    /// <param name="powerFailed">Whether the machine died with the process: of files that were not synced, only a part is left.</param>
    public RAMDirectory Remains(bool powerFailed)
    {
        var remains = new RAMDirectory(files, IOContext.DEFAULT);
        foreach (var name in powerFailed ? unsynced.ToList() : [])
        {
            Cut(remains, name);
        }

        return remains;
    }

    public override IndexOutput CreateOutput(string name, IOContext context)
    {
        Take(1);
        lock (gate)
        {
            unsynced.Add(name);
        }

        return new Output(this, base.CreateOutput(name, context));
    }

    public override void DeleteFile(string name)
    {
        Take(1);
        base.DeleteFile(name);
        lock (gate)
        {
            unsynced.Remove(name);
        }
    }

    public override void Sync(ICollection<string> names)
    {
        foreach (var name in names)
        {
            Take(1);
            base.Sync([name]);
            lock (gate)
            {
                unsynced.Remove(name);
            }
        }
    }

    /// <summary>Half of what a file held, or nothing of a short one.</summary>
    private static void Cut(RAMDirectory remains, string name)
    {
        if (!remains.ListAll().Contains(name))
        {
            return;
        }

        var half = new byte[remains.FileLength(name) / 2];
        using (var input = remains.OpenInput(name, IOContext.DEFAULT))
        {
            input.ReadBytes(half, 0, half.Length);
        }

        remains.DeleteFile(name);
        using var output = remains.CreateOutput(name, IOContext.DEFAULT);
        output.WriteBytes(half, 0, half.Length);
    }

    /// <returns>How many of the steps could still be gone.</returns>
    private int Take(int steps, bool partly = false)
    {
        lock (gate)
        {
            var taken = (int)Math.Clamp(left, 0, steps);
            left -= taken;
            return taken == steps || (partly && taken > 0) ? taken : throw new IOException("The process is dead.");
        }
    }

    private sealed class Output(DyingDirectory directory, IndexOutput inner) : IndexOutput
    {
        public override long Position => inner.Position;

        public override long Checksum => inner.Checksum;

        public override long Length
        {
            get => inner.Length;
            set => inner.Length = value;
        }

        public override void WriteByte(byte b)
        {
            directory.Take(1);
            inner.WriteByte(b);
        }

        public override void WriteBytes(byte[] b, int offset, int length)
        {
            for (var done = 0; done < length;)
            {
                var taken = directory.Take(length - done, partly: true);
                inner.WriteBytes(b, offset + done, taken);
                done += taken;
            }
        }

        public override void Flush() => inner.Flush();

        [Obsolete("Lucene's own is.")]
        public override void Seek(long pos) => inner.Seek(pos);

        protected override void Dispose(bool disposing)
        {
            if (disposing)
            {
                inner.Dispose();
            }
        }
    }
}
