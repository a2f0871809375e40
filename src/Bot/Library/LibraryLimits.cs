namespace Bot.Library;

/// <summary>How much a server may bring and keep.</summary>
internal static class LibraryLimits
{
    /// <summary>Of one upload, and of all that a zip unpacks to, in bytes.</summary>
    public const int MostUploadBytes = 25_000_000;
    public const int MostUnpackedBytes = 100_000_000;

    /// <summary>Transcripts in one upload.</summary>
    public const int MostFiles = 100;

    /// <summary>Entries of a zip that are looked at, folders and pictures included.</summary>
    public const int MostEntries = 1_000;

    /// <summary>Kept for a server, old versions and drafts included.</summary>
    public const long MostBytesOfServer = 1_000_000_000;

    /// <summary>Published, removed and not yet erased, and drafts.</summary>
    public const int MostLectures = 5_000;

    public const string Full = "This server's library is full. What was removed counts for 30 days. Discard drafts, remove lectures, or ask whoever runs me.";

    public const int MostDrafts = 300;
    public const int MostNames = 500;
    public const int MostSavedQuestions = 50;
    public const int LongestDetail = 200;

    public static readonly TimeSpan DraftLife = TimeSpan.FromHours(24);

    /// <summary>A removal can be undone so long, and a server that Clio has left is kept so long.</summary>
    public static readonly TimeSpan UndoTime = TimeSpan.FromDays(30);

    public static readonly TimeSpan HistoryLife = TimeSpan.FromDays(730);

    /// <summary>Between two runs over the operator's folder that moderators start.</summary>
    public static readonly TimeSpan SharedCooldown = TimeSpan.FromMinutes(10);
}
