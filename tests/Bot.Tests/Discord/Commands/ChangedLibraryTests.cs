using System.Text.Json.Nodes;
using Bot.Tests.FakeDiscord;

namespace Bot.Tests.Discord.Commands;

/// <summary>Buttons of answers that were given before the library changed.</summary>
public sealed class ChangedLibraryTests
{
    private const string Question = "Why was Khrushchev removed from power?";

    [Fact]
    [Trait("Rule", "48")]
    public async Task Buttons_work_on_after_a_reindex_that_brings_a_lecture_and_leaves_the_quoted_one()
    {
        using var lectures = new TemporaryFolder();
        Copy(lectures);
        await using var rig = await ClioRig.StartAsync(("Library:Lectures", lectures.Path));
        var answer = await rig.AskAsync(Question);

        lectures.Write("series/other.txt", "By Another Lecturer\n\nThe siege of the city lasted for many years, and nobody won.\n");
        await rig.ReindexAsync();

        Assert.Contains("In October 1964", ClioRig.Description(await rig.PressAsync(answer, "Context")), StringComparison.Ordinal);
        Assert.Contains("Chicago", ClioRig.Description(await rig.PressAsync(answer, "Cite")), StringComparison.Ordinal);
        Assert.Contains("Khrushchev", ClioRig.Description(await rig.PressAsync(answer, "Why")), StringComparison.Ordinal);
    }

    [Theory]
    [Trait("Rule", "48")]
    [InlineData("Nobody has ever removed anybody in this lecture, which was written anew from its first word to its last.")]
    [InlineData(null)]
    public async Task Buttons_of_a_lecture_that_was_changed_or_removed_say_so_privately_and_leave_the_message(string? replacement)
    {
        using var lectures = new TemporaryFolder();
        var quoted = Copy(lectures);
        await using var rig = await ClioRig.StartAsync(("Library:Lectures", lectures.Path));
        var answer = await rig.AskAsync(Question);
        var context = await rig.PressAsync(answer, "Context");
        var opened = await rig.PressIdAsync(answer, ClioRig.ButtonIds(answer)["Cite"].Replace(":cite:", ":open:", StringComparison.Ordinal));

        if (replacement is null)
        {
            File.Delete(quoted);
        }
        else
        {
            lectures.Write(Path.GetRelativePath(lectures.Path, quoted), replacement);
        }

        await rig.ReindexAsync();

        var refusals = new List<JsonObject>();
        foreach (var (message, label) in new[] { (answer, "Context"), (answer, "Cite"), (answer, "Why"), (opened, "Share"), (opened, "Context"), (opened, "Cite") })
        {
            refusals.Add(await rig.PressAsync(message, label));
        }

        refusals.AddRange(await Task.WhenAll(ClioRig.ButtonIds(context).Values.Select(id => rig.PressIdAsync(context, id))));
        Assert.All(refusals, static refusal =>
        {
            Assert.Equal(4, ClioRig.Type(refusal));
            Assert.True(ClioRig.IsPrivate(refusal));
            Assert.Contains("changed since the answer was given", ClioRig.Description(refusal), StringComparison.Ordinal);
        });
    }

    /// <summary>The library that ships, to be changed, and the file that answers.</summary>
    private static string Copy(TemporaryFolder lectures)
    {
        var shipped = Path.Combine(Repository.Root, "index", "lectures");
        foreach (var file in Directory.EnumerateFiles(shipped, "*", SearchOption.AllDirectories))
        {
            lectures.Write(Path.GetRelativePath(shipped, file), File.ReadAllBytes(file));
        }

        return Directory.EnumerateFiles(lectures.Path, "*.txt", SearchOption.AllDirectories)
            .Single(static file => File.ReadAllText(file).Contains("In October 1964 his colleagues", StringComparison.Ordinal));
    }
}
