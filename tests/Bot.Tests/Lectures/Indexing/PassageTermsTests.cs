using CsCheck;
using Lectures.Indexing;
using Lectures.Transcripts;

namespace Bot.Tests.Lectures.Indexing;

public class PassageTermsTests
{
    private static readonly Gen<(int Hash, WordMarks Marks)[]> List =
        Gen.Select(Gen.Int, Gen.Int[0, 7], static (hash, marks) => (hash & ~(int)WordMarks.All, (WordMarks)marks & ~WordMarks.Name)).Array[0, 12];

    [Fact]
    public void What_is_written_is_read_again() => Property.Holds(Gen.Select(List, List, Gen.Select(List, Gen.Bool, Gen.Int[0, 1 << 30]).Array[1, 9]), static lists =>
    {
        var (section, title, sentences) = lists;

        var terms = new PassageTerms(PassageTerms.Write(
            Tokens(section), Tokens(title), [.. sentences.Select(static sentence => new PreparedSentence(Tokens(sentence.Item1), sentence.Item2, new TextSpan(sentence.Item3, sentence.Item3 + 7)))], 41));

        Assert.Equal((sentences.Length, 41), (terms.SentenceCount, terms.FirstSentence));
        Assert.Equal(section, Read(terms.Section));
        Assert.Equal(title, Read(terms.Title));
        for (var i = 0; i < sentences.Length; i++)
        {
            Assert.Equal(sentences[i].Item1, Read(terms.Sentence(i)));
            Assert.Equal(sentences[i].Item2, terms.IsQuestion(i));
            Assert.Equal(new TextSpan(sentences[i].Item3, sentences[i].Item3 + 7), terms.Span(i));
        }
    });

    [Fact]
    public void A_capital_inside_a_sentence_marks_a_name()
    {
        var word = new Word("rome", "rome", 8, WordMarks.None);

        var terms = new PassageTerms(PassageTerms.Write([], [], [new PreparedSentence([new Token(word, 0, 4, true), new Token(word, 5, 9, true)], false, new TextSpan(0, 9))], 0));

        Assert.Equal((WordMarks.None, WordMarks.Name), (terms.Sentence(0).Marks(0), terms.Sentence(0).Marks(1)));
    }

    private static List<Token> Tokens((int Hash, WordMarks Marks)[] words) =>
        [.. words.Select(static word => new Token(new Word("", "", word.Hash, word.Marks), 0, 0, IsCapitalised: false))];

    private static List<(int Hash, WordMarks Marks)> Read(PassageTerms.HashList list)
    {
        var read = new List<(int, WordMarks)>();
        for (var i = 0; i < list.Count; i++)
        {
            read.Add((list.Hash(i), list.Marks(i)));
        }

        return read;
    }
}
