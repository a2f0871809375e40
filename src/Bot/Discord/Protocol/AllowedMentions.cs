namespace Bot.Discord.Protocol;

/// <summary>Only one value exists, and every message and edit carries it: nothing Clio says can ping anybody.</summary>
internal sealed record AllowedMentions
{
    private AllowedMentions()
    {
    }

    public static AllowedMentions None { get; } = new();

#pragma warning disable CA1822 // A member of the JSON object, not of the type.
    public IReadOnlyList<string> Parse => [];
#pragma warning restore CA1822
}
