namespace Bot.Discord.Protocol;

/// <summary>Label, value and description have at most 100 characters each.</summary>
internal sealed record SelectOption(string? Label, string? Value, string? Description = null, bool? Default = null);
