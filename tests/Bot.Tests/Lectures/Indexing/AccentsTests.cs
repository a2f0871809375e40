using Lectures.Indexing;

namespace Bot.Tests.Lectures.Indexing;

public sealed class AccentsTests
{
    [Theory]
    [InlineData("\u0110\u1EB7ng", "Dang")]
    [InlineData("\u0110\u0103\u0323ng", "Dang")]
    [InlineData("\u0110a\u0323\u0306ng", "Dang")]
    [InlineData("Z\u00FCrich", "Zurich")]
    [InlineData("Zu\u0308rich", "Zurich")]
    [InlineData("Khru\u00ADshchev", "Khrushchev")]
    [InlineData("\u05E8\u05D5\u05B9\u05DE\u05B8\u05D0", "\u05E8\u05D5\u05DE\u05D0")]
    [InlineData("می\u200Cخواهم", "میخواهم")]
    public void A_word_is_found_with_and_without_its_accents_composed_or_not(string written, string asked)
    {
        using var analysis = new TextAnalysis();

        var (written1, asked1) = (Assert.Single(analysis.Analyze(written)), Assert.Single(analysis.Analyze(asked)));

        Assert.Equal(asked1.Word.Exact, written1.Word.Exact);
        Assert.Equal((0, written.Length), (written1.Start, written1.End));
    }
}
