namespace Bot.Chat.Moderation;

/// <summary>What counts where a server has set nothing.</summary>
/// <param name="UserPerMinute">Commands and buttons of one member.</param>
internal sealed record OperatorDefaults(double Threshold, int UserPerMinute);
