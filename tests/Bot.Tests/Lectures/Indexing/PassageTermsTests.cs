using CsCheck;
using Lectures.Indexing;

namespace Bot.Tests.Lectures.Indexing;

public class PassageTermsTests
{
    private static readonly Gen<int[]> List = Gen.Int.Array[0, 12];

    [Fact]
    public void What_is_written_is_read_again() => Property.Holds(Gen.Select(List, List, List.Array[1, 9]), static lists =>
    {
        var (section, title, sentences) = lists;

        var terms = new PassageTerms(PassageTerms.Write(Tokens(section), Tokens(title), [.. sentences.Select(Tokens)]));

        Assert.Equal(sentences.Length, terms.SentenceCount);
        Assert.Equal(section, Read(terms.Section));
        Assert.Equal(title, Read(terms.Title));
        for (var i = 0; i < sentences.Length; i++)
        {
            Assert.Equal(sentences[i], Read(terms.Sentence(i)));
        }
    });

    private static List<Token> Tokens(int[] hashes) => [.. hashes.Select(static hash => new Token(new Word("", "", hash), 0, 0))];

    private static List<int> Read(PassageTerms.HashList list)
    {
        var read = new List<int>();
        for (var i = 0; i < list.Count; i++)
        {
            read.Add(list[i]);
        }

        return read;
    }
}
