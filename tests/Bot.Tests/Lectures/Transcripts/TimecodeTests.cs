using CsCheck;
using Lectures.Transcripts;

namespace Bot.Tests.Lectures.Transcripts;

public class TimecodeTests
{
    [Fact]
    public void What_is_written_is_read_again_to_the_second() => Property.Holds(Gen.Int[0, 400_000], static seconds =>
    {
        var text = Timecode.Write(TimeSpan.FromSeconds(seconds)).AsSpan();

        Assert.True(Timecode.TryTake(ref text, out var time));
        Assert.True(text.IsEmpty);
        Assert.Equal(seconds, time.TotalSeconds);
    });

    [Theory]
    [InlineData("5")]
    [InlineData("0:60")]
    [InlineData("1:60:00")]
    [InlineData(":05")]
    [InlineData("12345:00")]
    [InlineData("a:05")]
    public void What_is_no_position_is_not_read(string text)
    {
        var rest = text.AsSpan();

        Assert.False(Timecode.TryTake(ref rest, out _));
    }
}
