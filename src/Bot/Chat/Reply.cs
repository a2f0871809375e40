using Lectures.Answers;

namespace Bot.Chat;

/// <summary>What is answered, for any medium to show.</summary>
public sealed record Reply(ReplyKind Kind, IReadOnlyList<Block> Blocks);

public enum ReplyKind
{
    /// <summary>What was asked for.</summary>
    Answered,

    /// <summary>The lectures do not answer; the blocks say so and name the closest passages.</summary>
    NotFound,

    /// <summary>Nothing was done; the blocks say why and what to do.</summary>
    Refused,
}

/// <summary>A part of a reply.</summary>
public abstract record Block
{
    private Block()
    {
    }

    /// <summary>Clio's own words.</summary>
    public sealed record Text(string Words) : Block;

    /// <summary>A lecturer's words.</summary>
    /// <param name="Rank">From 1.</param>
    public sealed record Quotation(int Rank, Excerpt Excerpt) : Block;

    /// <summary>A line of a list: what it names, and what is said of it.</summary>
    public sealed record Item(string Name, string Remark) : Block;
}
