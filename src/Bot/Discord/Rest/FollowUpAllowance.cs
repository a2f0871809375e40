using Bot.Discord.Protocol;

namespace Bot.Discord.Rest;

/// <summary>Where only the user installed the app, Discord takes five follow-ups to one interaction.</summary>
internal sealed class FollowUpAllowance(TimeProvider time)
{
    private const int Most = 5;

    private static readonly TimeSpan Lifetime = TimeSpan.FromMinutes(15);

    private readonly Lock gate = new();
    private readonly Dictionary<string, int> used = new(StringComparer.Ordinal);
    private readonly Queue<(string Id, long Since)> order = new();

    public bool TryTake(Interaction interaction)
    {
        if (interaction.InstallingGuild is not null || interaction.InstallingUser is null)
        {
            return true;
        }

        lock (gate)
        {
            while (order.TryPeek(out var oldest) && time.GetElapsedTime(oldest.Since) > Lifetime)
            {
                used.Remove(order.Dequeue().Id);
            }

            var count = used.GetValueOrDefault(interaction.Id);
            if (count == 0)
            {
                order.Enqueue((interaction.Id, time.GetTimestamp()));
            }

            used[interaction.Id] = count + 1;
            return count < Most;
        }
    }
}
