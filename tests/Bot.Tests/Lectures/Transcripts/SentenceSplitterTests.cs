using Lectures.Transcripts;

namespace Bot.Tests.Lectures.Transcripts;

/// <summary>In the examples a bar stands where a sentence ends and another begins.</summary>
public class SentenceSplitterTests
{
    [Theory]
    [InlineData("Richard Baum, Ph.D., taught in Los Angeles.| He retired in 2013.")]
    [InlineData("She took her Ph.D. at Berkeley.| It was 1971.")]
    [InlineData("He held a Ph.D.| The others did not.")]
    [InlineData("The U.S. Navy sailed.| The U.S. did not answer.")]
    [InlineData("The troops left the U.S.| They went to Korea.")]
    [InlineData("St. Helena lies far away.| Napoleon died there.")]
    [InlineData("He was born c. 1450 in Genoa.| Few records survive.")]
    [InlineData("Gen. Lee met Gen. Grant on Apr. 9.| The war was over.")]
    [InlineData("See vol. 2, pp. 10–12, no. 4.| It is all there.")]
    [InlineData("He said no.| Nothing changed.")]
    [InlineData("Rome fell in 476 A.D.| The East lived on.")]
    [InlineData("In 490 B.C. the Persians came.| They lost.")]
    [InlineData("He wrote to Mr. and Mrs. Jones et al. in Paris.| They came.")]
    [InlineData("Dr. Martin Luther King Jr. spoke last.| Nobody forgot it.")]
    [InlineData("They met at 5 p.m. on Monday.| It rained.")]
    public void Abbreviations_do_not_end_a_sentence_unless_the_next_word_begins_one(string marked) => AssertSplit(marked);

    [Theory]
    [InlineData("J. F. Kennedy and J. R. R. Tolkien never met.| Nor did they write.")]
    [InlineData("John F. Kennedy spoke.| The crowd cheered.")]
    [InlineData("It was plan B.| We had no plan C.")]
    public void Initials_belong_to_names(string marked) => AssertSplit(marked);

    [Theory]
    [InlineData("Under Henry I. The realm was quiet.", "Under Henry I.| The realm was quiet.")]
    [InlineData("Under Henry VIII. The monks left.", "Under Henry VIII.| The monks left.")]
    [InlineData("He served Pope John Paul II. Nobody knew it.", "He served Pope John Paul II.| Nobody knew it.")]
    [InlineData("Then came Charles V. He ruled half of Europe.", "Then came Charles V.| He ruled half of Europe.")]
    [InlineData("Louis XIV built Versailles. It cost a fortune.", "Louis XIV built Versailles.| It cost a fortune.")]
    [InlineData("At last he met George V. Churchill was there too.", "At last he met George V. Churchill was there too.")]
    public void A_regnal_number_ends_a_sentence_where_a_common_word_follows(string text, string marked)
    {
        Assert.Equal(text, marked.Replace("|", "", StringComparison.Ordinal));
        AssertSplit(marked);
    }

    [Theory]
    [InlineData("About 1,000 men and 3.5 million francs were lost.| It was a blow.")]
    [InlineData("The price was $1.5 million.| That was dear.")]
    [InlineData("It happened in 1964.| Khrushchev fell.")]
    [InlineData("Version 2.0.1 of the treaty failed.| So did the next.")]
    public void Numbers_keep_their_points(string marked) => AssertSplit(marked);

    [Theory]
    [InlineData("He waited... and waited.| Then he left.")]
    [InlineData("He stopped...| Then he spoke.")]
    [InlineData("He waited… and left.| Nobody came…| Night fell.")]
    [InlineData("Was it over?!| It was not.")]
    public void Ellipses_end_a_sentence_where_a_capital_follows(string marked) => AssertSplit(marked);

    [Theory]
    [InlineData("“We will bury you.”| He smiled.")]
    [InlineData("“I shall stop,” he said, “when he stops.”| They walked on.")]
    [InlineData("“Who goes there?” he asked.| No one answered.")]
    [InlineData("He said, “It is done.”| Then he left.")]
    [InlineData("Caesar (who else?) crossed it.| (He never went back.)| Rome shook.")]
    [InlineData("\"Peace!\" they cried.| \"Now!\"| He nodded.")]
    public void Closing_quotes_and_brackets_stay_with_their_sentence(string marked) => AssertSplit(marked);

    [Theory]
    [InlineData("1. The harvest failed.| 2. The king did nothing.| 3. The people marched.")]
    public void The_number_of_a_point_belongs_to_the_point(string marked) => AssertSplit(marked);

    [Theory]
    [InlineData("the republic was old.| it had stood for centuries.| then came sulla.| he was not kind.")]
    [InlineData("dr. smith spoke first.| he was late.")]
    [InlineData("about 1,000 men died.| the u. s. navy watched.| nobody spoke.")]
    [InlineData("it cost 3.5 million.| that was dear.")]
    [InlineData("was he there?| he was.| nobody saw i.| he left.")]
    public void Recognised_speech_without_capitals_is_cut_at_its_full_stops(string marked) => AssertSplit(marked);

    [Theory]
    [InlineData("他走了。|他没有回来！|为什么？|没有人知道。")]
    [InlineData("“我们会埋葬你们。”|他笑了。")]
    [InlineData("「我は来た。」|彼は言った。")]
    [InlineData("Хрущёв был снят.| Его сменил Брежнев.| С. П. Королёв остался.")]
    [InlineData("ذهب الملك.| هل عاد الجيش؟| لا.")]
    [InlineData("राजा चला गया।| सेना लौट आई।| युद्ध समाप्त हुआ।")]
    [InlineData("Ο βασιλιάς έφυγε.| Ο στρατός γύρισε.")]
    public void Other_scripts_are_cut_at_their_own_marks(string marked) => AssertSplit(marked);

    [Fact]
    public void Speech_without_any_mark_is_cut_into_pieces_of_a_spoken_length()
    {
        var text = string.Join(' ', Enumerable.Repeat("the army crossed the river and nobody stopped it because the bridges were open when they came", 20));

        var sentences = Split(text);

        Assert.All(sentences, static sentence => Assert.InRange(Words(sentence), 8, 60));
        Assert.Contains(sentences, static sentence => sentence.StartsWith("and ", StringComparison.Ordinal) || sentence.StartsWith("because ", StringComparison.Ordinal));
        Assert.Equal(Words(text), sentences.Sum(Words));
    }

    [Fact]
    public void Speech_without_any_mark_is_cut_where_the_speaker_paused()
    {
        const int WordsPerCue = 7;
        var words = Enumerable.Range(0, 140).Select(static i => $"word{i}").ToList();
        var text = string.Join(' ', words);
        var cues = new List<Cue>();
        for (var (i, at, time) = (0, 0, 0.0); i < words.Count; i += WordsPerCue)
        {
            var run = string.Join(' ', words.Skip(i).Take(WordsPerCue));
            time += i is 21 or 42 ? 3 : 0;
            cues.Add(new Cue(new TextSpan(at, at + run.Length), TimeSpan.FromSeconds(time), TimeSpan.FromSeconds(time + 2)));
            (at, time) = (at + run.Length + 1, time + 2);
        }

        var sentences = Split(text, cues);

        Assert.Contains(sentences, static sentence => sentence.StartsWith("word21 ", StringComparison.Ordinal));
        Assert.Contains(sentences, static sentence => sentence.StartsWith("word42 ", StringComparison.Ordinal));
    }

    [Fact]
    public void A_written_sentence_of_fifty_words_stays_whole()
    {
        var text = string.Join(' ', Enumerable.Repeat("whoever", 49)) + " came. He left.";

        Assert.Equal(2, Split(text.Replace("whoever whoever whoever", "Whoever, and whoever", StringComparison.Ordinal)).Count);
    }

    private static void AssertSplit(string marked) =>
        Assert.Equal(marked.Split('|').Select(static sentence => sentence.Trim()), Split(marked.Replace("|", "", StringComparison.Ordinal)));

    private static IReadOnlyList<string> Split(string text, IReadOnlyList<Cue>? cues = null) =>
        [.. SentenceSplitter.Split(text, [new Paragraph(new TextSpan(0, text.Length), 0, null, false)], cues ?? []).Select(sentence => sentence.In(text))];

    private static int Words(string text) => text.Split(' ').Length;
}
