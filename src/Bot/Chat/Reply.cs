namespace Bot.Chat;

/// <summary>What is answered, for any medium to show.</summary>
public sealed record Reply(ReplyKind Kind, IReadOnlyList<Block> Blocks)
{
    /// <summary>Whether the same request has something after what is shown.</summary>
    public bool HasMore { get; init; }

    public static Reply Refused(params IEnumerable<string> sentences) => new(ReplyKind.Refused, [.. sentences.Select(static sentence => new Block.Text(sentence))]);
}

public enum ReplyKind
{
    /// <summary>What was asked for.</summary>
    Answered,

    /// <summary>The lectures do not answer; the blocks say so and name the closest passages.</summary>
    NotFound,

    /// <summary>Nothing was done; the blocks say why and what to do.</summary>
    Refused,
}
