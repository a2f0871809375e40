namespace Bot.Discord.Protocol;

/// <param name="Name">The emoji itself, such as 👍.</param>
internal sealed record ButtonEmoji(string? Name);
