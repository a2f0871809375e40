using Bot.Storage;
using Lectures.Answers;
using Lectures.Passages;

namespace Bot.Chat;

/// <summary>A part of a reply.</summary>
public abstract record Block
{
    private Block()
    {
    }

    /// <summary>Clio's own words.</summary>
    public sealed record Text(string Words) : Block;

    /// <summary>What the blocks after it have in common.</summary>
    public sealed record Heading(string Words) : Block;

    /// <summary>A lecturer's words.</summary>
    /// <param name="Rank">From 1; 0 where it stands alone.</param>
    public sealed record Quotation(int Rank, Excerpt Excerpt) : Block;

    /// <summary>A passage between its neighbours, which may overlap with it.</summary>
    /// <param name="Before">Null at the beginning of the lecture.</param>
    /// <param name="After">Null at its end.</param>
    public sealed record Surroundings(Passage? Before, Passage Passage, Passage? After) : Block;

    /// <summary>A line of a list: what it names, and what is said of it.</summary>
    public sealed record Item(string Name, string Remark) : Block;

    /// <summary>Words to be copied as they are.</summary>
    /// <param name="Name">What they are.</param>
    public sealed record Copyable(string Name, string Words) : Block;

    /// <summary>A line with a bar before it.</summary>
    /// <param name="Share">0 to 1.</param>
    public sealed record Bar(double Share, string Name, string Remark) : Block;

    /// <summary>People, roles or places of a server, by their ids.</summary>
    public sealed record Reference(string Name, ReferenceKind Kind, IReadOnlyList<string> Ids) : Block;

    /// <summary>A line of the history.</summary>
    public sealed record Change(AuditEntry Entry) : Block;
}

public enum ReferenceKind
{
    Member,
    Role,
    Channel,
}
