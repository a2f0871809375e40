using Bot.Library;
using Bot.Tests.FakeDiscord;
using Bot.Tests.FakeDiscord.Oracle;
using Bot.Tests.Library;

namespace Bot.Tests.Discord.Moderation;

/// <summary>What a moderator does with lectures, by commands, buttons, selects and forms alone.</summary>
public sealed class LibraryJourneyTests
{
    private const string Quill = "General Ombra of Zentavia crossed the river Quill with nine thousand men. In spring the city of Marlow fell to him.\n";
    private const string Question = "Who crossed the river Quill?";

    public static TheoryData<string> Deliveries => [.. DeliveryUnderTest.All.Select(static delivery => delivery.Name)];

    [Theory]
    [Trait("Rule", "81")]
    [MemberData(nameof(Deliveries))]
    public async Task A_lecture_is_brought_looked_at_published_removed_and_brought_back(string delivery)
    {
        await using var rig = await ModeratorRig.StartAsync(DeliveryUnderTest.Named(delivery));

        var draft = await rig.SendAsync(rig.Add([rig.Attach("quill.txt", Quill)], ("title", "The Quill"), ("speaker", "A. B."), ("date", "2024-03-01"), ("url", "https://example.com/quill")));
        Assert.True(ClioRig.IsPrivate(draft));
        Assert.All(["The Quill", "A. B.", "2024-03-01", "1 passage", "General Ombra", "quill.txt"], part => Assert.Contains(part, ModeratorRig.Shown(draft), StringComparison.Ordinal));
        Assert.DoesNotContain("Ombra", ModeratorRig.Shown(await rig.AskAsync(Question)), StringComparison.Ordinal);

        var published = await rig.PressAsync(draft, "Publish");
        Assert.Equal(7, ClioRig.Type(published));
        Assert.Contains("Published", ModeratorRig.Shown(published), StringComparison.Ordinal);
        Assert.Contains("nine thousand men", ModeratorRig.Shown(await rig.AskAsync(Question)), StringComparison.Ordinal);
        Assert.Contains("before", ModeratorRig.Shown(await rig.PressAsync(draft, "Publish")), StringComparison.Ordinal);

        var choice = (await rig.SendAsync(rig.Typing("library remove", "lecture", "quill")))["data"]!["choices"]![0]!["value"]!.GetValue<string>();
        var asked = await rig.SendAsync(rig.Command("library remove", ("lecture", choice)));
        Assert.Contains("Remove this lecture?", ModeratorRig.Shown(asked), StringComparison.Ordinal);
        Assert.Contains("Ombra", ModeratorRig.Shown(await rig.AskAsync(Question)), StringComparison.Ordinal);
        var removed = await rig.PressAsync(asked, "Remove");
        Assert.DoesNotContain("Ombra", ModeratorRig.Shown(await rig.AskAsync(Question)), StringComparison.Ordinal);

        var back = await rig.PressAsync(removed, "Undo");
        Assert.Contains("It is back", ModeratorRig.Shown(back), StringComparison.Ordinal);
        Assert.Contains("Ombra", ModeratorRig.Shown(await rig.AskAsync(Question)), StringComparison.Ordinal);

        var history = ModeratorRig.Shown(await rig.SendAsync(rig.Command("library history")));
        Assert.All(["library add", "library remove", "library restore", $"<@{ClioRig.Asker}>", "The Quill"], part => Assert.Contains(part, history, StringComparison.Ordinal));
    }

    [Theory]
    [MemberData(nameof(Deliveries))]
    public async Task Details_are_corrected_in_a_form_that_holds_what_was_understood(string delivery)
    {
        await using var rig = await ModeratorRig.StartAsync(DeliveryUnderTest.Named(delivery));
        var draft = await rig.SendAsync(rig.Add([rig.Attach("quill.txt", Quill)]));

        var form = await rig.PressAsync(draft, "Edit details");
        Assert.Equal(9, ClioRig.Type(form));
        var fields = Json.Objects(form["data"]!["components"]).Select(static label => label["component"]!).ToDictionary(static input => Json.Text(input["custom_id"])!, static input => Json.Text(input["value"]));
        Assert.Equal(["title", "series", "speaker", "date", "url"], fields.Keys);
        Assert.Equal("Quill", fields["title"]);

        var id = Json.Text(form["data"]!["custom_id"])!;
        var wrong = await rig.SendAsync(rig.Form(id, ("title", "A River"), ("date", "1 March"), ("url", "ftp://x")));
        Assert.Contains("2024-03-01", ModeratorRig.Shown(wrong), StringComparison.Ordinal);
        Assert.Contains("https", ModeratorRig.Shown(wrong), StringComparison.Ordinal);
        Assert.Contains("A River", ModeratorRig.Shown(wrong), StringComparison.Ordinal);
        Assert.Equal("A River", Json.Text(Json.Objects((await rig.PressAsync(wrong, "Edit details"))["data"]!["components"]).First()["component"]!["value"]));
        var edited = await rig.SendAsync(rig.Form(id, ("title", "A River"), ("series", "Rivers"), ("speaker", ""), ("date", "2024-03-01"), ("url", "")));
        Assert.Contains("A River", ModeratorRig.Shown(edited), StringComparison.Ordinal);
        await rig.PressAsync(edited, "Publish");

        Assert.Contains("A River", ModeratorRig.Shown(await rig.SendAsync(rig.Command("library list", ("filter", "rivers")))), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Several_files_and_a_zip_are_published_together_and_exported_as_they_came()
    {
        await using var rig = await ModeratorRig.StartAsync();
        var zip = LibraryRig.ZipOf(("Wars/one.txt", "The city of Marlow was rebuilt by Queen Ondine in two summers.\n"u8.ToArray()), ("cover.png", [1]));

        var draft = await rig.SendAsync(rig.Add([rig.Attach("quill.txt", Quill), rig.Attach("lectures.zip", zip)]));
        Assert.Contains("2 transcripts", ModeratorRig.Shown(draft), StringComparison.Ordinal);
        Assert.Contains("cover.png", ModeratorRig.Shown(draft), StringComparison.Ordinal);
        Assert.Equal(9, ClioRig.Type(await rig.SendAsync(rig.Choice(draft, "Quill"))));
        await rig.PressAsync(draft, "Publish all 2");

        var export = await rig.SendAsync(rig.Command("library export"));
        Assert.True(ClioRig.IsPrivate(export));
        var files = ModeratorRig.Zip(Assert.Single(rig.Clio.Rest.Uploaded).Content);
        Assert.Equal(Quill, files["quill.txt"]);
        Assert.Equal(2, files.Count);
    }

    [Fact]
    public async Task A_new_version_says_what_it_replaces_and_the_old_one_can_come_back()
    {
        await using var rig = await ModeratorRig.StartAsync();
        var lecture = await rig.PublishAsync("The Quill", Quill);

        var draft = await rig.SendAsync(rig.Add([rig.Attach("new.txt", "General Ombra never crossed the Quill. He stayed in Marlow for nine winters.\n")], ("title", "The Quill"), ("replaces", "the quill")));
        Assert.Contains("version 1 of The Quill", ModeratorRig.Shown(draft), StringComparison.Ordinal);
        var published = await rig.PressAsync(draft, "Publish");
        Assert.DoesNotContain("nine thousand", ModeratorRig.Shown(await rig.AskAsync(Question)), StringComparison.Ordinal);

        await rig.PressAsync(published, "Back to version 1");
        Assert.Contains("nine thousand", ModeratorRig.Shown(await rig.AskAsync(Question)), StringComparison.Ordinal);
        var card = await rig.SendAsync(rig.Command("library show", ("lecture", lecture)));
        Assert.Contains("Version 2", ModeratorRig.Shown(card), StringComparison.Ordinal);
        var third = await rig.SendAsync(rig.Add([rig.Attach("third.txt", "General Ombra swam.\n")], ("title", "The Quill"), ("replaces", "quill")));
        Assert.Equal(["Back to version 1"], ClioRig.ButtonIds(await rig.PressAsync(third, "Publish")).Keys);
        await rig.SendAsync(rig.Command("library restore", ("lecture", lecture), ("version", 2)));
        Assert.DoesNotContain("nine thousand", ModeratorRig.Shown(await rig.AskAsync(Question)), StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_same_file_is_recognised_a_draft_discarded_and_a_shared_lecture_left_alone()
    {
        await using var rig = await ModeratorRig.StartAsync();
        await rig.SendAsync(rig.Add([rig.Attach("quill.txt", Quill)]));
        var draft = await rig.SendAsync(rig.Add([rig.Attach("quill.txt", Quill)]));
        await rig.PressAsync(draft, "Publish");
        Assert.Contains("There already", ModeratorRig.Shown(await rig.SendAsync(rig.Add([rig.Attach("other.txt", Quill)]))), StringComparison.Ordinal);

        var other = await rig.SendAsync(rig.Add([rig.Attach("other.txt", "The bishop of Tarn counted his sheep.\n")]));
        Assert.Contains("Discarded", ModeratorRig.Shown(await rig.PressAsync(other, "Discard")), StringComparison.Ordinal);
        Assert.Contains("before", ModeratorRig.Shown(await rig.PressAsync(other, "Publish")), StringComparison.Ordinal);

        var shared = await rig.SendAsync(rig.Command("library remove", ("lecture", "Shared")));
        Assert.Contains("nobody changes it from here", ModeratorRig.Shown(shared), StringComparison.Ordinal);
        Assert.DoesNotContain("Remove", ModeratorRig.AllText(await rig.SendAsync(rig.Command("library show", ("lecture", "Shared")))), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_long_list_has_pages()
    {
        await using var rig = await ModeratorRig.StartAsync();
        var zip = LibraryRig.ZipOf([.. Enumerable.Range(1, 25).Select(static i => ($"{i}.txt", System.Text.Encoding.UTF8.GetBytes($"The bishop number {i} of Tarn counted his sheep.\n")))]);
        var draft = await rig.SendAsync(rig.Add([rig.Attach("bishops.zip", zip)], ("series", "Bishops: all")));
        await rig.PressAsync(draft, "Publish all 25");

        var first = await rig.SendAsync(rig.Command("library list", ("filter", "bishops: ")));
        Assert.Contains("25 lectures", ModeratorRig.Shown(first), StringComparison.Ordinal);
        var third = await rig.PressAsync(await rig.PressAsync(first, "▶"), "▶");
        Assert.Contains("page 3 of 3", ModeratorRig.Shown(third), StringComparison.Ordinal);
        Assert.Equal(["◀"], ClioRig.ButtonIds(third).Keys);
        Assert.Equal(25, rig.Get<LectureShelf>().List(ModeratorRig.Server(ModeratorRig.Home), "bishops", 0, 50).Total);
    }
}
