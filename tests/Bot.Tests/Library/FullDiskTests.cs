using Bot.Library;
using Bot.Storage;
using Lectures.Transcripts;

namespace Bot.Tests.Library;

/// <summary>A disk that is really full or read-only: said in a sentence, the last good state answers on, and all is well again by itself.</summary>
public sealed class FullDiskTests : IDisposable
{
    private static readonly ServerId One = LibraryRig.Server(1);

    private readonly TemporaryFolder folder = new();
    private bool isMounted;

    public void Dispose()
    {
        if (isMounted)
        {
            Mounts.Run("umount", folder.File("small"));
        }

        folder.Dispose();
    }

    [Fact]
    public async Task A_full_disk_is_said_and_answers_go_on_and_it_recovers_when_there_is_space()
    {
        var store = MountSmall();
        using var rig = new LibraryRig(folder.Path, store);
        await rig.PublishAsync(One, "The Mill", "The mill of Osk ground barley for the army of General Ombra.\n");
        var ballast = Path.Combine(store, "ballast");
        Fill(ballast);

        var refusals = 0;
        for (var i = 0; i < 3; i++)
        {
            refusals += await TryAsync(rig, i) ? 0 : 1;
        }

        Assert.Equal(3, refusals);
        Assert.Equal(["The Mill"], rig.Titles(One, "What did the mill of Osk grind?"));
        rig.Get<AskedQuestions>().Asked(One, "5", "Who was Ombra?", QuestionOutcome.NotFound, 0.1, null);

        File.Delete(ballast);
        Assert.True(await TryAsync(rig, 1));
        Assert.Contains("The Ferry 1", rig.Titles(One, "Who rowed the ferry?"));
        Assert.Contains("The Mill", rig.Titles(One, "What did the mill of Osk grind?"));
    }

    [Fact]
    public async Task A_read_only_store_is_said_and_answers_go_on_and_it_recovers_when_it_can_be_written()
    {
        var store = MountSmall();
        using (var before = new LibraryRig(folder.Path, store))
        {
            await before.PublishAsync(One, "The Mill", "The mill of Osk ground barley for the army of General Ombra.\n");
        }

        Assert.True(Mounts.Run("mount", "-o", "remount,ro", store));
        using var rig = new LibraryRig(folder.Path, store);
        Assert.Equal(["The Mill"], rig.Titles(One, "What did the mill of Osk grind?"));
        Assert.False(await TryAsync(rig, 1));
        Assert.Equal(["The Mill"], rig.Titles(One, "What did the mill of Osk grind?"));

        Assert.True(Mounts.Run("mount", "-o", "remount,rw", store));
        Assert.True(await TryAsync(rig, 1));
        Assert.Contains("The Ferry 1", rig.Titles(One, "Who rowed the ferry?"));
    }

    private static async Task<bool> TryAsync(LibraryRig rig, int number)
    {
        try
        {
            var added = await rig.AddAsync(One, new GivenDetails { Title = $"The Ferry {number}" }, LibraryRig.File("ferry.txt", $"Brother Halm rowed the ferry number {number} over the river. {new string('a', 3_000)}\n"));
            if (added.Batch is not { } batch)
            {
                return false;
            }

            var result = await rig.Get<Uploads>().PublishAsync(One, LibraryRig.Moderator, batch, LibraryRig.Stop);
            if (result is PublishResult.Failed failed)
            {
                Assert.InRange(failed.Reason.Length, 20, 250);
            }

            return result is PublishResult.Published;
        }
        catch (StorageException refused)
        {
            Assert.Contains("nothing was changed", refused.Message, StringComparison.Ordinal);
            return false;
        }
    }

    private static void Fill(string file)
    {
        using var stream = new FileStream(file, FileMode.Create, FileAccess.Write, FileShare.None, bufferSize: 0);
        var block = new byte[4096];
        try
        {
            while (true)
            {
                stream.Write(block);
            }
        }
        catch (IOException)
        {
            // Full, as wanted.
        }
    }

    private string MountSmall()
    {
        var small = folder.File("small");
        Directory.CreateDirectory(small);
        isMounted = OperatingSystem.IsLinux() && Mounts.Run("mount", "-t", "tmpfs", "-o", "size=2m", "tmpfs", small);
        if (!isMounted)
        {
            Assert.Skip("A small disk of its own can only be mounted by the administrator of a Linux machine.");
        }

        return small;
    }
}
