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
            var run = SoundPatterns.RunOf(terms);

            var sentence = "\0" + string.Concat(words.Item2.Select(static word => $"{Analysis.WordOf(word).Sounds}\0"));
            for (var term = 0; term < terms.Count; term++)
            {
                var pattern = SoundPatterns.PatternOf(terms[term]);
                Assert.Equal(pattern.Length > 0 ? Best(pattern, sentence, SoundOdds.Shipped) : 0, scores[term]);
            }

            Assert.Equal(BestRun(run, sentence, SoundOdds.Shipped), scores[^1] - sbyte.MinValue);
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
        var patterns = Patterns(terms);

        var scores = Heard(terms, ["in", "1815", "carthage", "had", "a", "war"]);

        Assert.Equal(patterns.Highest[0], scores[0]);
        Assert.Equal([0, 0], [patterns.Highest[1], patterns.Highest[2]]);
        Assert.Equal([0, 0], scores[1..3]);
    }

    [Fact]
    public void A_long_sentence_is_heard_to_its_end()
    {
        List<Word> terms = [Analysis.WordOf("khrushchev")];

        Assert.Equal(Patterns(terms).Highest[0], Heard(terms, [.. Enumerable.Repeat("banana", 1_000), "khrushchev"])[0]);
    }

    [Theory]
    [InlineData("henry cole wing houses", "is now used to jointly hows the henry call when", "henry built a house for cole and another wing")]
    [InlineData("sermon of the pilgrim fathers", "the german of the pill grim farthest", "the fathers of those who heard the sermon as the first pilgrims")]
    public void Words_are_heard_best_where_they_were_said_one_after_the_other(string asked, string said, string not)
    {
        var terms = asked.Split(' ').Select(Analysis.WordOf).ToList();

        Assert.True(Heard(terms, said.Split(' '))[^1] > Heard(terms, not.Split(' '))[^1]);
    }

    [Fact]
    public void All_that_was_asked_has_the_highest_score_where_it_is_there()
    {
        var terms = "sack of rome".Split(' ').Select(Analysis.WordOf).ToList();

        Assert.Equal(Patterns(terms).HighestOfRun, Heard(terms, "then came the sack of rome by the goths".Split(' '))[^1] - sbyte.MinValue);
        Assert.True(Heard(terms, "rome was sacked".Split(' '))[^1] - sbyte.MinValue < Patterns(terms).HighestOfRun);
    }

    [Fact]
    public void Of_a_question_without_sounds_nothing_is_heard() =>
        Assert.Equal([0, sbyte.MinValue], Heard([Analysis.WordOf("1815")], ["in", "1815", "carthage"]));

    private static SoundPatterns Patterns(List<Word> terms) => new(terms, terms, SoundOdds.Shipped);

    private static sbyte[] Heard(List<Word> terms, IReadOnlyList<string> sentence)
    {
        var tokens = sentence.Select(static word => new Token(Analysis.WordOf(word), 0, 0, IsCapitalised: false)).ToList();
        var scores = new sbyte[terms.Count + 1];
        Patterns(terms).Find(new PassageTerms(PassageTerms.Write([], [], [new PreparedSentence(tokens, false, new TextSpan(0, 0))], 0)), 0, scores);
        return scores;
    }

    /// <summary>The whole of a pattern with any part of a sentence.</summary>
    private static int Best(string pattern, string sentence, SoundOdds odds)
    {
        var column = new int[pattern.Length + 1];
        for (var i = 1; i < column.Length; i++)
        {
            column[i] = i <= SoundPatterns.MostLeftOut ? column[i - 1] + odds.Alone[pattern[i - 1]] : sbyte.MinValue;
        }

        return Columns(column, pattern, sentence, odds, sbyte.MinValue, sbyte.MaxValue).Max(static column => column[^1]);
    }

    /// <summary>Any part of a pattern with any part of a sentence.</summary>
    private static int BestRun(string pattern, string sentence, SoundOdds odds) =>
        Columns(new int[pattern.Length + 1], pattern, sentence, odds, 0, byte.MaxValue).Max(static column => column.Max());

    /// <summary>The scores up to each sound of a sentence, column by column, a cell at a time.</summary>
    /// <param name="column">Before the first sound.</param>
    /// <param name="least">Scores are kept from here to <paramref name="most"/>.</param>
    private static IEnumerable<int[]> Columns(int[] column, string pattern, string sentence, SoundOdds odds, int least, int most)
    {
        int Kept(int score) => Math.Clamp(score, least, most);
        yield return column;
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

            yield return column;
        }
    }
}
