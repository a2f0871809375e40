using Bot.Library;
using Bot.Storage;
using Lectures.Transcripts;

namespace Bot.Tests.Library;

/// <summary>What nobody means well with: refused with a reason, nothing kept.</summary>
public sealed class HostileUploadsTests : IDisposable
{
    private static readonly ServerId One = LibraryRig.Server(1);

    private readonly LibraryRig rig = new();

    public void Dispose() => rig.Dispose();

    public static TheoryData<string, byte[]> Hostile => new()
    {
        { "program.exe", "MZ"u8.ToArray() },
        { "picture.vtt", [0x89, (byte)'P', (byte)'N', (byte)'G', 0x0D, 0x0A, 0x1A, 0x0A, 0, 0, 0, 13, 0, 0, 0, 0, 0, 0, 0, 0] },
        { "empty.txt", [] },
        { "broken.txt", [.. "The words "u8, 0x00, 0x01, 0x02, 0x00, 0xFF, 0xFE, 0x00, 0x00] },
        { "broken.zip", "PK not a zip"u8.ToArray() },
        { "renamed.txt", LibraryRig.ZipOf(("a.txt", "The king fell. The queen rose.\n"u8.ToArray())) },
        { "bomb.zip", LibraryRig.ZipOf([.. Enumerable.Range(0, 6).Select(static i => ($"{i}.txt", new byte[24_000_000]))]) },
        { "one-bomb.zip", LibraryRig.ZipOf(("a.txt", new byte[60_000_000])) },
        { "traversal.zip", LibraryRig.ZipOf(("../../etc/cron.d/a.txt", "The king fell. The queen rose.\n"u8.ToArray())) },
        { "absolute.zip", LibraryRig.ZipOf(("/etc/a.txt", "The king fell. The queen rose.\n"u8.ToArray())) },
        { "windows.zip", LibraryRig.ZipOf(("..\\a.txt", "The king fell. The queen rose.\n"u8.ToArray())) },
        { "many.zip", LibraryRig.ZipOf([.. Enumerable.Range(0, 10_000).Select(static i => ($"{i}.txt", "The king fell.\n"u8.ToArray()))]) },
        { "nested.zip", LibraryRig.ZipOf(("inner.zip", LibraryRig.ZipOf(("a.txt", "The king fell.\n"u8.ToArray())))) },
    };

    [Theory]
    [MemberData(nameof(Hostile))]
    public async Task It_is_refused_with_a_reason_and_nothing_is_kept(string name, byte[] bytes)
    {
        var added = await rig.AddAsync(One, GivenDetails.None, new UploadedFile(name, bytes));

        Assert.NotEmpty(added.Files);
        Assert.All(added.Files, static file => Assert.InRange(Assert.IsType<AddResult.Refused>(file).Reason.Length, 10, 300));
        Assert.Equal(0, rig.Get<LectureStore>().BytesOf(One));
        Assert.Null(added.Batch);
    }

    [Fact]
    public async Task A_file_larger_than_is_read_is_refused_unread()
    {
        var added = await rig.AddAsync(One, GivenDetails.None, new UploadedFile("large.txt", new byte[LibraryLimits.MostUploadBytes + 1]));

        Assert.Contains("25 MB", Assert.IsType<AddResult.Refused>(Assert.Single(added.Files)).Reason, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("../../x.txt", "x.txt")]
    [InlineData("C:\\Windows\\x.txt", "Windows/x.txt")]
    [InlineData("a\u202Etxt.exe.txt", "atxt.exe.txt")]
    [InlineData("a\nb.txt", "ab.txt")]
    [InlineData("../..", "unnamed")]
    public void A_name_keeps_nothing_that_leads_anywhere_or_hides_anything(string name, string clean) => Assert.Equal(clean, Unpacking.Clean(name));

    [Fact]
    public async Task Mentions_and_markup_stay_words_of_the_lecture()
    {
        const string Text = "@everyone <@1> **bold** <script>alert(1)</script> said General Ombra of Zentavia at the river Quill.\n";

        await rig.PublishAsync(One, "@everyone", Text);

        Assert.Contains("@everyone <@1> **bold** <script>", rig.Ask(One, "What did Ombra say at the Quill?").Excerpts[0].Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Details_that_are_too_long_are_refused()
    {
        var added = await rig.AddAsync(One, new GivenDetails { Title = new string('a', 201) }, LibraryRig.File("a.txt", "The king fell. The queen rose.\n"));

        Assert.Contains("200 characters", Assert.IsType<AddResult.Refused>(Assert.Single(added.Files)).Reason, StringComparison.Ordinal);
    }

    [Fact]
    public void An_unanswered_question_is_no_formula_in_a_spreadsheet()
    {
        rig.Get<AskedQuestions>().Asked(One, "5", "=HYPERLINK(\"http://x\")", QuestionOutcome.NotFound, 0.1, null);

        Assert.Contains("\"'=HYPERLINK(\"\"http://x\"\")\"", rig.Get<AskedQuestions>().UnansweredCsv(One), StringComparison.Ordinal);
    }
}
