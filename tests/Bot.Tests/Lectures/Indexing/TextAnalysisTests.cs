using CsCheck;
using Lectures.Indexing;

namespace Bot.Tests.Lectures.Indexing;

public class TextAnalysisTests
{
    [Theory]
    [InlineData("Mao’s U.S. policy", "mao us policy")]
    [InlineData("1,000 men, 12,34 and 1,0000", "1000 men 12 34 and 1 0000")]
    [InlineData("Café CAFÉ cafe\u0301 Ægir", "cafe cafe cafe aegir")]
    [InlineData("don't rock'n'roll 'quoted' l’État", "dont rocknroll quoted letat")]
    [InlineData("Sino-Soviet split (1964)—so", "sino soviet split 1964 so")]
    [InlineData("他走了 Москва", "他 走 了 москва")]
    [InlineData("?!… — “”", "")]
    public void Words_lose_case_accents_possessives_and_separators(string text, string words)
    {
        using var analysis = new TextAnalysis();

        Assert.Equal(words, string.Join(' ', analysis.Analyze(text).Select(static token => token.Word.Exact)));
    }

    [Theory]
    [InlineData("removed", "removing")]
    [InlineData("treaty", "treaties")]
    [InlineData("Emperor", "emperors")]
    public void Forms_of_a_word_share_their_stem(string one, string other)
    {
        using var analysis = new TextAnalysis();

        Assert.Equal(analysis.Analyze(one)[0].Word.Stem, analysis.Analyze(other)[0].Word.Stem);
    }

    [Fact]
    public void Words_stand_in_order_inside_the_text_and_no_text_makes_it_throw()
    {
        using var analysis = new TextAnalysis();
        var texts = Gen.Select(Gen.Char.Array[0, 40], Property.OneOf("a", "’s", ".", ",", "1", "000", "\u0301", "U.S.", "他", "\uD83D", "ﬀ").Array[0, 20], static (some, pieces) => new string(some) + string.Concat(pieces));

        Property.Holds(texts, text =>
        {
            var at = 0;
            foreach (var token in analysis.Analyze(text))
            {
                Assert.True(token.Start >= at && token.End > token.Start && token.End <= text.Length);
                Assert.NotEqual("", token.Word.Exact);
                at = token.End;
            }
        }, 1_000);
    }
}
