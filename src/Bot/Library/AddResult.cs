using Bot.Storage;
using Lectures.Transcripts;

namespace Bot.Library;

/// <summary>What became of one file that somebody brought.</summary>
public abstract record AddResult
{
    private AddResult()
    {
    }

    public abstract string FileName { get; }

    /// <summary>It was read and waits to be published; nobody is answered from it yet.</summary>
    /// <param name="Id">For <see cref="Uploads.EditAsync"/>.</param>
    /// <param name="Batch">Of all files that came with it: for <see cref="Uploads.PublishAsync"/> and <see cref="Uploads.Discard"/>.</param>
    /// <param name="Given">What the moderator said, to fill a form with.</param>
    /// <param name="FirstLines">The beginning of its words.</param>
    /// <param name="Replaces">The lecture that it will be a new version of; null for a new lecture.</param>
    /// <param name="Unread">What the file tells of its lecture and could not be read; null where all was.</param>
    public sealed record Draft(
        string Id,
        string Batch,
        string FileName,
        GivenDetails Given,
        Understood Understood,
        IReadOnlyList<string> FirstLines,
        LectureSummary? Replaces,
        string? Unread) : AddResult
    {
        public override string FileName { get; } = FileName;
    }

    /// <param name="Line">Where reading stopped, from 1.</param>
    /// <param name="Reason">A sentence: what is wrong and what to do.</param>
    public sealed record Refused(string FileName, int? Line, string Reason) : AddResult
    {
        public override string FileName { get; } = FileName;
    }

    /// <summary>The very same bytes are published already.</summary>
    public sealed record AlreadyHere(string FileName, LectureSummary Lecture) : AddResult
    {
        public override string FileName { get; } = FileName;
    }
}

/// <summary>What became of all files that came at once.</summary>
/// <param name="Files">In the order they came; a zip is the files in it, or itself where it was refused.</param>
/// <param name="Questions">What the saved questions would then be answered with; null where nothing is saved or nothing was read.</param>
public sealed record AddResults(IReadOnlyList<AddResult> Files, QuestionCheck? Questions)
{
    /// <summary>Null where no file waits to be published.</summary>
    public string? Batch => Files.OfType<AddResult.Draft>().FirstOrDefault()?.Batch;
}
