namespace Bot.Discord.Delivery.Gateway;

/// <summary>
/// How long to wait before the next attempt: exponential with full jitter. A RESUME is free and waits a minute at most;
/// an IDENTIFY counts against 1,000 a day, so repeated ones wait up to ten minutes (some 290 a day under a permanent fault).
/// </summary>
internal sealed class ReconnectPace(GatewayOptions options, Func<double> random)
{
    private static readonly TimeSpan FirstConnect = TimeSpan.FromSeconds(1);
    private static readonly TimeSpan FirstIdentify = TimeSpan.FromSeconds(6);

    private int failures;
    private int resumes;
    private int identifies;
    private int shortLives;

    public bool MayResume => resumes < options.ResumeAttempts;

    public void ResumeTried() => resumes++;

    public void IdentifySpent() => identifies++;

    /// <summary>Discord was out of reach altogether: that says nothing about the session.</summary>
    public void ForgiveResumes() => resumes = 0;

    /// <param name="lasted">From READY or RESUMED to the end; null if it did not come to that.</param>
    public void Ended(TimeSpan? lasted)
    {
        if (lasted is null)
        {
            failures++;
            return;
        }

        resumes = 0;
        if (lasted >= TimeSpan.FromSeconds(options.StableAfter))
        {
            shortLives = 0;
            identifies = 0;
        }
        else
        {
            shortLives++;
        }

        // The first attempt after a working connection comes at once.
        failures = Math.Max(0, shortLives - 1);
    }

    public TimeSpan BeforeResume() => Jitter(FirstConnect, failures, options.ConnectBackoffCap);

    public TimeSpan BeforeIdentify()
    {
        var connect = BeforeResume();
        var identify = identifies == 0 ? TimeSpan.Zero : Max(FirstIdentify, Jitter(FirstIdentify, identifies, options.IdentifyBackoffCap));
        return Max(connect, identify);
    }

    private TimeSpan Jitter(TimeSpan first, int times, int capSeconds)
    {
        if (times == 0)
        {
            return TimeSpan.Zero;
        }

        var ceiling = Math.Min(capSeconds, first.TotalSeconds * Math.Pow(2, Math.Min(times, 20)));
        return TimeSpan.FromSeconds(ceiling * random());
    }

    private static TimeSpan Max(TimeSpan one, TimeSpan other) => one > other ? one : other;
}
