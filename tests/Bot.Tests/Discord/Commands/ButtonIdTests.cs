using Bot.Chat;
using Bot.Discord.Commands;
using CsCheck;
using Lectures.Indexing;
using Lectures.Transcripts;

namespace Bot.Tests.Discord.Commands;

public sealed class ButtonIdTests
{
    private const string Passage = "abcdefgh234567zz";

    private static readonly ExcerptPlace Place = new(Passage, new TextSpan(0, 999_999), new TextSpan(5, 999_999));

    public static TheoryData<int> Actions => [.. Enumerable.Range(0, All.Length)];

    private static ButtonAction[] All =>
    [
        new ButtonAction.Page(4, Scope.Everything), new ButtonAction.Page(30, new Scope(Scope.KeyOf("A"), Scope.KeyOf("B"))), new ButtonAction.SharePage(1, new Scope(null, Scope.KeyOf("B"))),
        new ButtonAction.Open(Place), new ButtonAction.ShareExcerpt(Place), new ButtonAction.Cite(Place), new ButtonAction.Why(Passage),
        new ButtonAction.Context(Passage, ContextStep.Open), new ButtonAction.Context(Passage, ContextStep.Earlier), new ButtonAction.Context(Passage, ContextStep.Later),
        new ButtonAction.Rate(Place, IsHelpful: true), new ButtonAction.Rate(Place, IsHelpful: false), new ButtonAction.Forget(),
        new ButtonAction.Lectures(100_000, null), new ButtonAction.Lectures(0, Scope.KeyOf("A")),
    ];

    [Theory]
    [Trait("Rule", "79")]
    [MemberData(nameof(Actions))]
    public void What_is_written_is_read_again_and_fits(int action)
    {
        var id = ButtonId.Write(All[action]);

        Assert.InRange(id.Length, 1, 100);
        Assert.Equal(All[action], ButtonId.Read(id));
    }

    [Fact]
    [Trait("Rule", "80")]
    public void An_id_that_was_tampered_with_is_refused_or_asks_for_what_anybody_may_ask_for()
    {
        var changed = Gen.Select(Gen.Int[0, All.Length - 1], Gen.Int[0, 99], Gen.Char[' ', '~'], Gen.Int[0, 2]);

        Property.Holds(
            changed,
            static change =>
            {
                var id = ButtonId.Write(All[change.Item1]);
                var at = change.Item2 % id.Length;
                var forged = change.Item4 switch
                {
                    0 => id.Remove(at, 1),
                    1 => id.Insert(at, change.Item3.ToString()),
                    _ => string.Concat(id.AsSpan(0, at), [change.Item3], id.AsSpan(at + 1)),
                };

                // One spelling for one meaning: nothing is read that Clio could not have written itself.
                Assert.True(ButtonId.Read(forged) is not { } read || ButtonId.Write(read) == forged, forged);
            },
            20_000);
    }
}
