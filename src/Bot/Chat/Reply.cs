using Bot.Chat.Moderation;
using Bot.Library;

namespace Bot.Chat;

/// <summary>What is answered, for any medium to show.</summary>
public sealed record Reply(ReplyKind Kind, IReadOnlyList<Block> Blocks)
{
    /// <summary>Whether the same request has something after what is shown.</summary>
    public bool HasMore { get; init; }

    /// <summary>How many ranks a page of the answer has.</summary>
    public int PageSize { get; init; } = AskHandler.PerReply;

    /// <summary>Whether it is of use to somebody what the asker thinks of the answer.</summary>
    public bool CanBeRated { get; init; }

    internal IReadOnlyList<Offer> Offers { get; init; } = [];

    /// <summary>A form to be shown instead of the blocks.</summary>
    internal Form? Form { get; init; }

    internal ReplyFile? File { get; init; }

    /// <summary>A run that goes on; the reply is out of date as soon as it is shown.</summary>
    internal ReindexJob? Running { get; init; }

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
