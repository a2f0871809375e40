using Lectures.Transcripts.Spoken;

namespace Bot.Tests.Lectures.Transcripts.Spoken;

public sealed class SpelledTimeTests
{
    [Theory]
    [InlineData("3 seconds", 3, true)]
    [InlineData("1 minute, 1 second", 61, true)]
    [InlineData("1 hour, 2 minutes, 10 seconds", 3_730, true)]
    [InlineData("3 seconds", 4, false)]
    [InlineData("3 seconds later", 3, false)]
    [InlineData("3 legions", 3, false)]
    [InlineData("3", 3, false)]
    [InlineData("seconds", 0, false)]
    [InlineData("99999999999 seconds", 3, false)]
    [InlineData("", 0, false)]
    public void Only_the_same_time_in_words_is_one(string line, int seconds, bool isTime) => Assert.Equal(isTime, SpelledTime.Is(line, TimeSpan.FromSeconds(seconds)));
}
