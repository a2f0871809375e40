using System.IO.Compression;
using Bot.Library;
using Bot.Storage;
using Lectures.Transcripts;

namespace Bot.Tests.Library;

/// <summary>From a file to a lecture that can be found.</summary>
public sealed class UploadsTests : IDisposable
{
    private const string Quill = "General Ombra of Zentavia crossed the river Quill with nine thousand men. In spring the city of Marlow fell to him.\n";

    private static readonly ServerId One = LibraryRig.Server(1);

    private readonly LibraryRig rig = new();

    public void Dispose() => rig.Dispose();

    [Fact]
    public async Task A_draft_says_what_was_understood_and_nobody_is_answered_from_it()
    {
        var added = await rig.AddAsync(One, new GivenDetails { Title = "The Quill", Speaker = "A. B.", Date = new DateOnly(2024, 3, 1) }, LibraryRig.File("quill.txt", Quill));

        var draft = Assert.IsType<AddResult.Draft>(Assert.Single(added.Files));
        Assert.Equal(("The Quill", "A. B.", new DateOnly(2024, 3, 1), 1), (draft.Understood.Title, draft.Understood.Speaker, draft.Understood.Date, draft.Understood.Passages));
        Assert.StartsWith("General Ombra", draft.FirstLines[0], StringComparison.Ordinal);
        Assert.Empty(rig.Titles(One, "Who crossed the river Quill?"));
    }

    [Fact]
    public async Task A_published_lecture_is_found_at_once_by_its_server_and_by_no_other()
    {
        await rig.PublishAsync(One, "The Quill", Quill);

        Assert.Equal(["The Quill"], rig.Titles(One, "Who crossed the river Quill?"));
        Assert.Empty(rig.Titles(LibraryRig.Server(2), "Who crossed the river Quill?"));
        Assert.Empty(rig.Titles(null, "Who crossed the river Quill?"));
    }

    [Fact]
    public async Task The_same_file_again_is_recognised()
    {
        await rig.PublishAsync(One, "quill", Quill);

        var again = await rig.AddAsync(One, GivenDetails.None, LibraryRig.File("other name.txt", Quill));

        Assert.Equal("quill", Assert.IsType<AddResult.AlreadyHere>(Assert.Single(again.Files)).Lecture.Title);
    }

    [Fact]
    public async Task The_same_file_with_the_same_details_is_recognised_and_with_others_corrects_the_lecture()
    {
        var details = new GivenDetails { Title = "The Quill", Speaker = "A. B." };
        var first = await rig.AddAsync(One, details, LibraryRig.File("quill.txt", Quill));
        await rig.Get<Uploads>().PublishAsync(One, LibraryRig.Moderator, first.Batch!, LibraryRig.Stop);

        Assert.IsType<AddResult.AlreadyHere>(Assert.Single((await rig.AddAsync(One, details, LibraryRig.File("quill.txt", Quill))).Files));
        Assert.IsType<AddResult.AlreadyHere>(Assert.Single((await rig.AddAsync(One, new GivenDetails { Title = "The Quill" }, LibraryRig.File("quill.txt", Quill))).Files));

        var corrected = Assert.IsType<AddResult.Draft>(Assert.Single((await rig.AddAsync(One, new GivenDetails { Title = "The River Quill" }, LibraryRig.File("quill.txt", Quill))).Files));
        Assert.Equal(("The Quill", 1), (corrected.Replaces?.Title, corrected.Replaces?.Version));
        Assert.Equal(("The River Quill", "A. B."), (corrected.Understood.Title, corrected.Understood.Speaker));
    }

    [Fact]
    public async Task A_new_version_keeps_what_was_said_of_the_one_before_and_no_title_comes_of_its_files_name()
    {
        var added = await rig.AddAsync(One, new GivenDetails { Speaker = "A. B.", Url = new Uri("https://example.com/quill") }, LibraryRig.File("quill.txt", $"The Quill\n\n{Quill}{Quill}"));
        var published = Assert.IsType<PublishResult.Published>(await rig.Get<Uploads>().PublishAsync(One, LibraryRig.Moderator, added.Batch!, LibraryRig.Stop));
        Assert.Equal("The Quill", published.Lectures[0].Title);

        async Task<Understood> NextAsync(GivenDetails given, string text) => Assert.IsType<AddResult.Draft>(Assert.Single((await rig.Get<Uploads>().AddAsync(
            One, LibraryRig.Moderator, [LibraryRig.File("quill v2.txt", text)], given, published.Lectures[0].Id, LibraryRig.Stop)).Files)).Understood;

        var told = await NextAsync(GivenDetails.None, Quill);
        Assert.Equal(("The Quill", "A. B.", "https://example.com/quill"), (told.Title, told.Speaker, told.Url?.AbsoluteUri));
        Assert.Equal("C. D.", (await NextAsync(new GivenDetails { Speaker = "C. D." }, Quill)).Speaker);
        Assert.Equal("A Better Title", (await NextAsync(GivenDetails.None, $"A Better Title\n\n{Quill}{Quill}")).Title);
    }

    [Fact]
    public async Task Two_drafts_that_were_given_the_title_of_one_lecture_are_its_next_version_and_a_lecture_beside_it()
    {
        var first = await rig.PublishAsync(One, "The Quill", Quill);
        var added = await rig.AddAsync(One, GivenDetails.None, LibraryRig.File("one.txt", "Queen Ondine rebuilt Marlow.\n"), LibraryRig.File("two.txt", "The bishop of Tarn counted his sheep.\n"));
        foreach (var draft in added.Files.OfType<AddResult.Draft>())
        {
            await rig.Get<Uploads>().EditAsync(One, LibraryRig.Moderator, draft.Id, new GivenDetails { Title = "The Quill" }, LibraryRig.Stop);
        }

        var published = Assert.IsType<PublishResult.Published>(await rig.Get<Uploads>().PublishAsync(One, LibraryRig.Moderator, added.Batch!, LibraryRig.Stop));

        Assert.Equal([(first.Id, 2), (published.Lectures[1].Id, 1)], published.Lectures.Select(static lecture => (lecture.Id, lecture.Version!.Value)));
        Assert.NotEqual(first.Id, published.Lectures[1].Id);
    }

    [Fact]
    public async Task A_library_has_so_many_lectures_and_no_more()
    {
        rig.Get<Database>().Write(_ =>
        {
            for (var i = 0; i < LibraryLimits.MostLectures; i++)
            {
                rig.Get<LectureStore>().Add(One, new StoredLecture($"l{i}", $"f{i}", null));
            }
        });

        var added = await rig.AddAsync(One, GivenDetails.None, LibraryRig.File("quill.txt", Quill));

        Assert.Equal(LibraryLimits.Full, Assert.IsType<AddResult.Refused>(Assert.Single(added.Files)).Reason);
        Assert.NotNull((await rig.AddAsync(LibraryRig.Server(2), GivenDetails.None, LibraryRig.File("quill.txt", Quill))).Batch);
    }

    [Fact]
    public async Task A_new_version_takes_the_place_of_the_old_one_which_is_kept_and_can_come_back()
    {
        var first = await rig.PublishAsync(One, "The Quill", Quill);
        var second = await rig.PublishAsync(One, "The Quill", "General Ombra never crossed the Quill. He stayed in Marlow for nine winters.\n");

        Assert.Equal((first.Id, 2), (second.Id, second.Version));
        Assert.DoesNotContain(rig.Ask(One, "Who crossed the river Quill?").Excerpts, static excerpt => excerpt.Text.Contains("nine thousand", StringComparison.Ordinal));
        Assert.Equal(2, rig.Get<LectureShelf>().Show(One, first.Id)?.Versions.Count);

        Assert.IsType<RestoreResult.Restored>(await rig.Get<LectureChanges>().RestoreAsync(One, LibraryRig.Moderator, first.Id, 1, LibraryRig.Stop));
        Assert.Contains(rig.Ask(One, "Who crossed the river Quill?").Excerpts, static excerpt => excerpt.Text.Contains("nine thousand", StringComparison.Ordinal));
    }

    [Fact]
    public async Task Details_can_be_corrected_before_publishing_and_a_draft_can_be_discarded()
    {
        var added = await rig.AddAsync(One, GivenDetails.None, LibraryRig.File("quill.txt", Quill));
        var draft = Assert.IsType<AddResult.Draft>(Assert.Single(added.Files));

        var edited = await rig.Get<Uploads>().EditAsync(One, LibraryRig.Moderator, draft.Id, new GivenDetails { Title = "A River" }, LibraryRig.Stop);
        Assert.Equal("A River", Assert.IsType<AddResult.Draft>(Assert.Single(edited!.Files)).Understood.Title);

        Assert.True(rig.Get<Uploads>().Discard(One, LibraryRig.Moderator, draft.Batch));
        Assert.False(rig.Get<Uploads>().Discard(One, LibraryRig.Moderator, draft.Batch));
        Assert.IsType<PublishResult.Gone>(await rig.Get<Uploads>().PublishAsync(One, LibraryRig.Moderator, draft.Batch, LibraryRig.Stop));
        Assert.Null(await rig.Get<Uploads>().EditAsync(One, LibraryRig.Moderator, draft.Id, GivenDetails.None, LibraryRig.Stop));
    }

    [Fact]
    public async Task A_batch_of_another_server_cannot_be_published_edited_or_discarded()
    {
        var added = await rig.AddAsync(One, GivenDetails.None, LibraryRig.File("quill.txt", Quill));
        var (other, draft) = (LibraryRig.Server(2), Assert.IsType<AddResult.Draft>(Assert.Single(added.Files)));

        Assert.IsType<PublishResult.Gone>(await rig.Get<Uploads>().PublishAsync(other, LibraryRig.Moderator, draft.Batch, LibraryRig.Stop));
        Assert.Null(await rig.Get<Uploads>().EditAsync(other, LibraryRig.Moderator, draft.Id, GivenDetails.None, LibraryRig.Stop));
        Assert.Null(rig.Get<Uploads>().Draft(other, draft.Id));
        Assert.False(rig.Get<Uploads>().Discard(other, LibraryRig.Moderator, draft.Batch));
    }

    [Fact]
    public async Task A_zip_is_the_transcripts_in_it_published_together_and_exported_as_they_came()
    {
        var added = await rig.AddAsync(One, GivenDetails.None, LibraryRig.Zip(("Wars/one.txt", Quill), ("Wars/two.txt", "The city of Marlow was rebuilt by Queen Ondine in two summers.\n"), ("cover.png", "x")));

        Assert.Equal([typeof(AddResult.Draft), typeof(AddResult.Draft), typeof(AddResult.Refused)], added.Files.Select(static file => file.GetType()));
        var published = Assert.IsType<PublishResult.Published>(await rig.Get<Uploads>().PublishAsync(One, LibraryRig.Moderator, added.Batch!, LibraryRig.Stop));
        Assert.All(published.Lectures, static lecture => Assert.Equal("Wars", lecture.Series));

        using var buffer = new MemoryStream();
        Assert.Equal(2, (await rig.Get<LectureShelf>().ExportAsync(One, null, 1_000_000, buffer, LibraryRig.Stop)).Files);
        using var zip = new ZipArchive(buffer);
        using var reader = new StreamReader(zip.GetEntry("Wars/one.txt")!.Open());
        Assert.Equal(Quill, await reader.ReadToEndAsync(LibraryRig.Stop));
    }

    [Fact]
    public async Task Every_change_is_written_down_with_who_made_it()
    {
        var lecture = await rig.PublishAsync(One, "The Quill", Quill);
        await rig.RemoveAsync(One, lecture.Id);

        var history = rig.Get<AuditLog>().Page(One, 0, 10);

        Assert.Equal([("library remove", "The Quill", "77"), ("library add", "The Quill", "77")], history.Select(static entry => (entry.Action, entry.Subject, entry.Actor)));
        Assert.Empty(rig.Get<AuditLog>().Page(LibraryRig.Server(2), 0, 10));
    }
}
