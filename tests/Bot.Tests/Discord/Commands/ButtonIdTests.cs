using Bot.Chat;
using Bot.Discord.Commands;
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
}
