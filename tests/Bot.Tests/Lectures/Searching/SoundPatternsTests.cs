using CsCheck;
using Lectures.Indexing;
using Lectures.Searching;
using Lectures.Transcripts;

namespace Bot.Tests.Lectures.Searching;

public class SoundPatternsTests
{
    private static readonly TextAnalysis Analysis = new();

    /// <summary>Few letters, so that words sound alike by chance too; some are longer than what is aligned at once.</summary>
    private static readonly Gen<string> Words = Gen.Char["aeiknrsthclg"].Array[1, 20].Select(static letters => new string(letters));

    [Fact]
    public void The_best_alignment_of_each_term_is_found_as_by_the_textbook() => Property.Holds(
        Gen.Select(Words.Array[1, 9], Words.Array[0, 12]),
        static words =>
        {
            var terms = words.Item1.Select(Analysis.WordOf).ToList();

            var scores = Heard(terms, words.Item2);

            var sentence = "\0" + string.Concat(words.Item2.Select(static word => $"{Analysis.WordOf(word).Sounds}\0"));
            for (var term = 0; term < terms.Count; term++)
            {
                var pattern = SoundPatterns.PatternOf(terms[term]);
                Assert.Equal(pattern.Length > 0 ? Best(pattern, sentence, SoundOdds.Shipped) : 0, scores[term]);
            }
        });

    [Theory]
    [InlineData("Tyneside", "the roof extension containing the time sidebar", "the city has a proud history of theater")]
    [InlineData("Mansfeld", "luthers final journey to mans fall was taken", "luther went on his last journey with his sons")]
    [InlineData("Khrushchev", "then crew chef banged his shoe", "the crew of the ship had a chief")]
    [InlineData("Barro", "research by economist robert borrow found", "a brown bear robbed the farmers")]
    public void A_misheard_name_is_heard_best_where_it_was_said(string name, string said, string not)
    {
        List<Word> terms = [Analysis.WordOf(name.ToLowerInvariant())];

        Assert.True(Heard(terms, said.Split(' '))[0] > Heard(terms, not.Split(' '))[0]);
    }

    [Fact]
    public void A_word_that_is_there_has_the_highest_score_and_a_number_none()
    {
        List<Word> terms = [Analysis.WordOf("carthage"), Analysis.WordOf("1815"), Analysis.WordOf("war")];
        var patterns = new SoundPatterns(terms, SoundOdds.Shipped);

        var scores = Heard(terms, ["in", "1815", "carthage", "had", "a", "war"]);

        Assert.Equal(patterns.Highest[0], scores[0]);
        Assert.Equal([0, 0], [patterns.Highest[1], patterns.Highest[2]]);
        Assert.Equal([0, 0], [scores[1], scores[2]]);
    }

    [Fact]
    public void A_long_sentence_is_heard_to_its_end()
    {
        List<Word> terms = [Analysis.WordOf("khrushchev")];

        Assert.Equal(new SoundPatterns(terms, SoundOdds.Shipped).Highest[0], Heard(terms, [.. Enumerable.Repeat("banana", 1_000), "khrushchev"])[0]);
    }

    private static sbyte[] Heard(List<Word> terms, IReadOnlyList<string> sentence)
    {
        var tokens = sentence.Select(static word => new Token(Analysis.WordOf(word), 0, 0, IsCapitalised: false)).ToList();
        var scores = new sbyte[terms.Count];
        new SoundPatterns(terms, SoundOdds.Shipped).Find(new PassageTerms(PassageTerms.Write([], [], [new PreparedSentence(tokens, false, new TextSpan(0, 0))], 0)), 0, scores);
        return scores;
    }

    /// <summary>Column by column, a cell at a time.</summary>
    private static int Best(string pattern, string sentence, SoundOdds odds)
    {
        static int Kept(int score) => Math.Clamp(score, sbyte.MinValue, sbyte.MaxValue);
        var column = new int[pattern.Length + 1];
        for (var i = 1; i < column.Length; i++)
        {
            column[i] = i <= SoundPatterns.MostLeftOut ? column[i - 1] + odds.Alone[pattern[i - 1]] : sbyte.MinValue;
        }

        var best = column[^1];
        foreach (var sound in sentence)
        {
            var met = new int[column.Length];
            for (var i = 1; i < column.Length; i++)
            {
                met[i] = Math.Max(Kept(column[i - 1] + odds.Between[pattern[i - 1]][sound]), Kept(column[i] + odds.Alone[sound]));
            }

            column = [.. met];
            for (var i = 1; i < column.Length; i++)
            {
                var sum = 0;
                for (var left = 1; left <= SoundPatterns.MostLeftOut && left <= i; left++)
                {
                    sum += odds.Alone[pattern[i - left]];
                    column[i] = Math.Max(column[i], Kept(met[i - left] + sum));
                }
            }

            best = Math.Max(best, column[^1]);
        }

        return best;
    }
}
