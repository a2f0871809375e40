using Bot.Discord.Protocol;

namespace Bot.Discord.Delivery.Gateway;

/// <summary>One session with Discord: it may outlive connections and a restart. The reader writes it, the heartbeat reads it.</summary>
internal sealed class GatewaySession
{
    private const long None = -1;

    private long sequence = None;

    public GatewaySession() { }

    public GatewaySession(SavedSession saved)
    {
        sequence = saved.Sequence;
        Id = saved.Id;
        ResumeUrl = saved.ResumeUrl;
        Announcement = new ReadyEvent(saved.ApplicationId, saved.GuildIds);
        IsRestored = true;
    }

    public string? Id { get; private set; }

    public string? ResumeUrl { get; private set; }

    public ReadyEvent? Announcement { get; private set; }

    /// <summary>Begun by an earlier process, and nobody in this one has heard of it yet.</summary>
    public bool IsRestored { get; set; }

    /// <summary>The last one received, null before the first dispatch.</summary>
    public long? Sequence => Interlocked.Read(ref sequence) is var last and not None ? last : null;

    public bool CanResume => Id is not null && Sequence is not null;

    public void Received(long number) => Interlocked.Exchange(ref sequence, number);

    public void Begin(GatewayReady ready)
    {
        Id = ready.SessionId;
        ResumeUrl = ready.ResumeGatewayUrl;
        Announcement = ready.Event;
        IsRestored = false;
    }

    public SavedSession? Save(int shard) => Id is { } id && Sequence is { } last && Announcement is { } announcement
        ? new SavedSession(shard, id, ResumeUrl, last, announcement.ApplicationId, announcement.GuildIds)
        : null;
}
