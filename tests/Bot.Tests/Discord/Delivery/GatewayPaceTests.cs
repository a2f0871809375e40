using Bot.Discord.Delivery.Gateway;

namespace Bot.Tests.Discord.Delivery;

public sealed class GatewayPaceTests
{
    [Fact]
    public void The_first_attempt_after_a_working_connection_comes_at_once()
    {
        var pace = new ReconnectPace(new GatewayOptions(), () => 1);
        pace.Ended(null);
        pace.Ended(null);

        pace.Ended(TimeSpan.FromMinutes(2));

        Assert.Equal(TimeSpan.Zero, pace.BeforeResume());
        Assert.Equal(TimeSpan.Zero, pace.BeforeIdentify());
    }

    [Fact]
    public void Failures_double_the_wait_up_to_a_minute()
    {
        var pace = new ReconnectPace(new GatewayOptions(), () => 1);

        var waits = Enumerable.Range(0, 8).Select(_ =>
        {
            pace.Ended(null);
            return pace.BeforeResume().TotalSeconds;
        });

        Assert.Equal([2, 4, 8, 16, 32, 60, 60, 60], waits);
    }

    [Fact]
    [Trait("Rule", "27")]
    public void Spent_identifies_double_the_wait_up_to_ten_minutes_and_never_below_six_seconds()
    {
        var longest = new ReconnectPace(new GatewayOptions(), () => 1);
        var shortest = new ReconnectPace(new GatewayOptions(), () => 0);

        var waits = Enumerable.Range(0, 8).Select(_ =>
        {
            longest.IdentifySpent();
            shortest.IdentifySpent();
            return (longest.BeforeIdentify().TotalSeconds, shortest.BeforeIdentify().TotalSeconds);
        });

        Assert.Equal([(12, 6), (24, 6), (48, 6), (96, 6), (192, 6), (384, 6), (600, 6), (600, 6)], waits);
    }

    [Fact]
    public void Connections_that_last_only_seconds_do_not_reset_the_wait()
    {
        var pace = new ReconnectPace(new GatewayOptions(), () => 1);

        var waits = Enumerable.Range(0, 4).Select(_ =>
        {
            pace.Ended(TimeSpan.FromSeconds(3));
            return pace.BeforeResume().TotalSeconds;
        });

        Assert.Equal([0, 2, 4, 8], waits);
    }

    [Fact]
    [Trait("Rule", "32")]
    public void A_session_is_given_up_after_three_RESUMEs_without_success()
    {
        var pace = new ReconnectPace(new GatewayOptions(), () => 1);
        for (var attempt = 0; attempt < 3; attempt++)
        {
            Assert.True(pace.MayResume);
            pace.ResumeTried();
            pace.Ended(null);
        }

        Assert.False(pace.MayResume);
        pace.Ended(TimeSpan.Zero);
        Assert.True(pace.MayResume);
    }
}
