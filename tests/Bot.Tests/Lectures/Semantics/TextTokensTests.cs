using Lectures.Semantics;
using static Bot.Tests.Lectures.Semantics.ProtocolBuffer;

namespace Bot.Tests.Lectures.Semantics;

public sealed class TextTokensTests : IDisposable
{
    private readonly TemporaryFolder folder = new();

    public void Dispose() => folder.Dispose();

    [Fact]
    public void Word_pieces_are_framed_by_cls_and_sep_and_a_pair_by_types()
    {
        var tokens = TextTokens.Read(folder.Write("vocab.txt", "[PAD]\n[UNK]\n[CLS]\n[SEP]\n[MASK]\nking\n##dom\ncame\n,\n"));

        AssertRow([2, 5, 6, 8, 7, 3], 6, tokens.Text("Kingdom, came", 16));
        AssertRow([2, 5, 6, 3], 4, tokens.Text("Kingdom, came", 4));
        AssertRow([2, 1, 3], 3, tokens.Text("xyz", 16));
        AssertRow([2, 3], 2, tokens.Text("", 16));
        AssertRow([2, 5, 3, 7, 7, 3], 3, tokens.Pair("king", "came came", 16));
        Assert.Equal((0, 8), (tokens.Padding, tokens.Highest));
    }

    [Fact]
    public void Byte_pairs_are_framed_and_parted_as_RoBERTa_has_it()
    {
        folder.Write("merges.txt", "#version: 0.2\nk i\nn g\nki ng\nĠ king\n");
        var tokens = TextTokens.Read(folder.Write(
            "vocab.json", """{"<s>":0,"<pad>":1,"</s>":2,"<unk>":3,"k":4,"i":5,"n":6,"g":7,"Ġ":8,"ki":9,"ng":10,"king":11,"Ġking":12}"""));

        AssertRow([0, 11, 12, 2], 4, tokens.Text("king king", 16));
        AssertRow([0, 11, 2], 3, tokens.Text("king king", 3));
        AssertRow([0, 11, 2, 2, 11, 12, 2], 7, tokens.Pair("king", "king king", 16));
        Assert.Equal((1, 12), (tokens.Padding, tokens.Highest));
    }

    [Theory]
    [InlineData("spiece.model", new[] { 4, 5, 1 }, new[] { 4, 1, 5, 1 }, 2, 0, 5)]
    [InlineData("sentencepiece.bpe.model", new[] { 0, 5, 6, 2 }, new[] { 0, 5, 2, 2, 6, 2 }, 6, 1, 6)]
    public void Sentence_pieces_are_numbered_as_the_files_name_tells(string name, int[] text, int[] pair, int second, int padding, int highest)
    {
        string[] pieces = ["<pad>", "</s>", "<unk>", "\u2581", "\u2581king", "\u2581came"];
        var tokens = TextTokens.Read(folder.Write(name, Join(
        [
            .. pieces.Select(static (piece, i) => Field(1, [Text(1, piece), Float(2, i < 4 ? -9 : -1), Number(3, i == 2 ? 2 : i < 2 ? 3 : 1)])),
            Field(2, [Number(3, 1), Number(40, 2), Number(41, 0), Number(42, 1)]),
            Field(3, [Text(1, "identity"), Number(3, 1), Number(4, 1), Number(5, 1)]),
        ])));

        AssertRow(text, text.Length, tokens.Text("king came", 16));
        AssertRow(pair, second, tokens.Pair("king", "came", 16));
        Assert.Equal((padding, highest), (tokens.Padding, tokens.Highest));
    }

    private static void AssertRow(int[] ids, int second, TokenRow row)
    {
        Assert.Equal(ids, row.Ids);
        Assert.Equal(second, row.Second);
    }
}
