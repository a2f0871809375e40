using Bot.Chat;
using Lectures.Indexing;

namespace Bot.Discord.Commands;

/// <summary>What a button does; all of it is in the button's id, so it works after any restart. <see cref="ButtonId"/> writes and reads it.</summary>
internal abstract record ButtonAction
{
    private ButtonAction()
    {
    }

    /// <summary>The answer's passages from a rank on.</summary>
    internal sealed record Page(int From, Scope Scope) : ButtonAction;

    /// <summary>The same page, for everybody.</summary>
    internal sealed record SharePage(int From, Scope Scope) : ButtonAction;

    /// <summary>One of the shorter passages, in full.</summary>
    internal sealed record Open(ExcerptPlace Place) : ButtonAction;

    /// <summary>The same, for everybody.</summary>
    internal sealed record ShareExcerpt(ExcerptPlace Place) : ButtonAction;

    internal sealed record Context(string PassageId, ContextStep Step) : ButtonAction;

    internal sealed record Cite(ExcerptPlace Place) : ButtonAction;

    internal sealed record Why(string PassageId) : ButtonAction;

    internal sealed record Rate(ExcerptPlace Place, bool IsHelpful) : ButtonAction;

    /// <summary>What is kept of the presser is erased.</summary>
    internal sealed record Forget : ButtonAction;

    /// <param name="Number">From 0.</param>
    internal sealed record Lectures(int Number, string? SeriesKey) : ButtonAction;
}

internal enum ContextStep
{
    /// <summary>In a message of its own.</summary>
    Open,

    /// <summary>In that message, one passage further to the beginning of the lecture.</summary>
    Earlier,

    /// <summary>Or to its end.</summary>
    Later,
}
