using Lucene.Net.Store;
using Lock = Lucene.Net.Store.Lock;

namespace Lectures.Indexing;

/// <summary>
/// The right to write, as a file opened by one alone; the system takes it back when the process ends, however it ends. Lucene's own lock
/// shares the file with readers, which outside Windows lets a second process in (flock takes a shared lock then).
/// </summary>
internal sealed class ProcessLockFactory(string folder) : LockFactory
{
    public override Lock MakeLock(string lockName) => new FileLock(Path.Combine(folder, lockName));

    /// <summary>Nothing to do: no lock outlives its process, and the file is left for the next one.</summary>
    public override void ClearLock(string lockName)
    {
    }

    private sealed class FileLock(string path) : Lock
    {
        private FileStream? held;

        public override bool Obtain()
        {
            if (held is not null)
            {
                return false;
            }

            try
            {
                held = new FileStream(path, FileMode.OpenOrCreate, FileAccess.ReadWrite, FileShare.None);
                return true;
            }
            catch (IOException taken)
            {
                FailureReason = taken;
                return false;
            }
        }

        public override bool IsLocked()
        {
            if (held is not null)
            {
                return true;
            }

            using var probe = new FileLock(path);
            return !probe.Obtain();
        }

        protected override void Dispose(bool disposing)
        {
            if (disposing)
            {
                held?.Dispose();
                held = null;
            }
        }
    }
}
