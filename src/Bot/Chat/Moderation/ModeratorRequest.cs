using Bot.Library;

namespace Bot.Chat.Moderation;

/// <summary>What a moderator wants. Ids in it come from the moderator's side and are looked up in the moderator's server alone.</summary>
internal abstract record ModeratorRequest
{
    private ModeratorRequest()
    {
    }

    /// <param name="Replaces">The lecture that the file is a new version of, as typed or chosen; null for what title and series tell.</param>
    /// <param name="Unfetched">Files that did not arrive, with the reason.</param>
    internal sealed record Add(
        IReadOnlyList<UploadedFile> Files, TypedDetails Details, string? Replaces, IReadOnlyList<AddResult.Refused> Unfetched) : ModeratorRequest;

    /// <summary>A form with the details of a draft.</summary>
    internal sealed record AskDetails(string Draft) : ModeratorRequest;

    internal sealed record Edit(string Draft, TypedDetails Details) : ModeratorRequest;

    internal sealed record Publish(string Batch) : ModeratorRequest;

    internal sealed record Discard(string Batch) : ModeratorRequest;

    internal sealed record Show(string Lecture) : ModeratorRequest;

    /// <param name="Page">From 0, as in all lists.</param>
    internal sealed record List(string Filter, int Page) : ModeratorRequest;

    /// <param name="IsSure">Whether it was asked before.</param>
    internal sealed record Remove(string Lecture, bool IsSure) : ModeratorRequest;

    /// <param name="Version">An earlier version to go back to; null to undo a removal.</param>
    internal sealed record Restore(string Lecture, int? Version) : ModeratorRequest;

    /// <param name="Lecture">Null for all uploads.</param>
    internal sealed record Export(string? Lecture, long MostBytes) : ModeratorRequest;

    internal sealed record History(int Page) : ModeratorRequest;

    /// <param name="IsSure">Also where a saved question is lost.</param>
    internal sealed record Reindex(bool All, bool IsDry, bool IsSure = false) : ModeratorRequest;

    internal sealed record ReindexStatus : ModeratorRequest;

    internal sealed record ReindexCancel : ModeratorRequest;

    internal sealed record AddQuestion(string Question, string Lecture) : ModeratorRequest;

    internal sealed record Questions(int Page) : ModeratorRequest;

    /// <param name="Question">Its number, or its words.</param>
    internal sealed record RemoveQuestion(string Question) : ModeratorRequest;

    internal sealed record CheckQuestions : ModeratorRequest;

    internal sealed record AddNames(string Line) : ModeratorRequest;

    internal sealed record Names(int Page) : ModeratorRequest;

    internal sealed record RemoveNames(string Line) : ModeratorRequest;

    internal sealed record Unanswered(int Page) : ModeratorRequest;

    /// <param name="Question">Any question of the group.</param>
    internal sealed record Handled(long Question, int Page) : ModeratorRequest;

    internal sealed record UnansweredFile : ModeratorRequest;

    internal sealed record NotHelpful(int Page) : ModeratorRequest;

    internal sealed record Statistics : ModeratorRequest;

    internal sealed record Settings : ModeratorRequest;

    internal sealed record Explain(ServerSetting Setting) : ModeratorRequest;

    internal sealed record Change(IReadOnlyList<SettingChange> Changes) : ModeratorRequest;

    /// <summary>A form to make sure.</summary>
    internal sealed record AskErase : ModeratorRequest;

    /// <param name="Typed">What was typed to make sure.</param>
    internal sealed record Erase(string Typed) : ModeratorRequest;

    /// <summary>Nothing after all.</summary>
    internal sealed record LeaveIt : ModeratorRequest;
}

/// <param name="Values">In words, as chosen or typed; empty for the default.</param>
internal sealed record SettingChange(ServerSetting Setting, IReadOnlyList<string> Values);
