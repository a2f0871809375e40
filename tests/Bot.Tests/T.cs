namespace Bot.Tests;

public class T
{
    [Fact]
    public void S() => Assert.Skip("no shared");
}
