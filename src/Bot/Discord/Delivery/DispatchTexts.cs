using Bot.Discord.Protocol;

namespace Bot.Discord.Delivery;

/// <summary>What is said when no handler could speak. Always private.</summary>
internal static class DispatchTexts
{
    public static MessageCreate Busy { get; } = Private("I am answering many questions at the moment. Please try again in a few seconds.");

    public static MessageCreate FormTooLate { get; } = Private("That took me too long to prepare. Please try again.");

    public static MessageCreate Apology(string interactionId) =>
        Private($"Something went wrong on my side. Please try again. If it happens again, tell whoever runs me this number: {interactionId}");

    private static MessageCreate Private(string text) => new() { Content = text, Flags = MessageFlags.Ephemeral };
}
