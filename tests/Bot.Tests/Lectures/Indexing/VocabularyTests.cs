
namespace Bot.Tests.Lectures.Indexing;

/// <summary>The words of a library, read segment by segment.</summary>
public sealed class VocabularyTests
{
    private static readonly string[] Asked = ["kruschev", "khrushchov", "gatee", "citys", "stoood", "yers", "marlow", "zzzzzz"];

    [Fact]
    public async Task Many_segments_give_the_words_that_one_gives()
    {
        using var many = new IndexRig();
        using var one = new IndexRig();
        using var grown = many.Open();
        for (var i = 0; i < 6; i++)
        {
            Write(many, i);
            await many.RunAsync(grown);
            using var meanwhile = grown.Lease();
            Assert.NotNull(meanwhile?.Vocabulary);
        }

        Enumerable.Range(0, 6).ToList().ForEach(i => Write(one, i));
        using var whole = one.Open();
        await one.RunAsync(whole);

        using var several = grown.Lease();
        using var single = whole.Lease();
        Assert.True(several!.Searcher.IndexReader.Leaves.Count > 1);
        Assert.All(Asked, word => Assert.Equal(single!.Vocabulary.Like(word), several.Vocabulary.Like(word)));
        Assert.Contains(several.Vocabulary.Like("kruschev"), static like => like.Stem == "khrushchev");
    }

    [Fact]
    public async Task A_commit_leaves_what_was_read_of_other_segments()
    {
        using var rig = new IndexRig();
        using var index = rig.Open();
        Write(rig, 0);
        await rig.RunAsync(index);
        using var before = index.Lease();
        Write(rig, 1);
        await rig.RunAsync(index);
        using var after = index.Lease();

        // The same list, not one like it: it was kept.
        Assert.Same(before!.Vocabulary.Like("kruschev"), after!.Vocabulary.Parts[0].Like("kruschev"));
    }

    private static void Write(IndexRig rig, int number) =>
        rig.Write($"{number}.txt", IndexRig.Lecture(number) + (number == 0 ? " Khrushchev spoke of Marlowe at length." : ""));
}
