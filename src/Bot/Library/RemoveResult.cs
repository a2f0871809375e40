namespace Bot.Library;

/// <summary>How a removal ended.</summary>
public abstract record RemoveResult
{
    private RemoveResult()
    {
    }

    /// <param name="UndoUntil">Then it is erased for good.</param>
    public sealed record Removed(LectureSummary Lecture, DateTimeOffset UndoUntil) : RemoveResult;

    public sealed record NotHere : RemoveResult;

    /// <summary>It lies in the operator's folder, which nobody changes from here.</summary>
    public sealed record NotYours(LectureSummary Lecture) : RemoveResult;

    public sealed record Busy : RemoveResult;

    public sealed record Failed(string Reason) : RemoveResult;
}

/// <summary>How bringing back ended: a removed lecture, or an earlier version.</summary>
public abstract record RestoreResult
{
    private RestoreResult()
    {
    }

    public sealed record Restored(LectureSummary Lecture) : RestoreResult;

    /// <summary>No such lecture or version, or it was erased when its time was over.</summary>
    public sealed record NotHere : RestoreResult;

    /// <summary>That is what is published now.</summary>
    public sealed record AlreadyThere(LectureSummary Lecture) : RestoreResult;

    public sealed record Busy : RestoreResult;

    public sealed record Failed(string Reason) : RestoreResult;
}
