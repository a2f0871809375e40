using Bot.Library;
using Bot.Storage;
using Bot.Tests.Library;
using Microsoft.Data.Sqlite;

namespace Bot.Tests.Storage;

/// <summary>A store that an earlier Clio wrote.</summary>
public sealed class SchemaTests
{
    [Fact]
    public async Task A_store_of_the_first_version_is_brought_forward_and_its_removed_lectures_come_back()
    {
        using var folder = new TemporaryFolder();
        string file, lecture;
        using (var before = new LibraryRig(folder.Path))
        {
            lecture = (await before.PublishAsync(LibraryRig.Server(1), "The Mill", "The mill of Osk ground barley for the army.\n")).Id;
            await before.RemoveAsync(LibraryRig.Server(1), lecture);
            file = before.Get<Database>().File;
        }

        using (var connection = new SqliteConnection($"Data Source={file};Pooling=false"))
        {
            connection.Open();
            SqlSession.Run(connection, "alter table lectures drop column removed_version");
            SqlSession.Run(connection, "pragma user_version = 1");
        }

        using var rig = new LibraryRig(folder.Path);
        Assert.Equal("The Mill", Assert.Single(rig.Get<LectureShelf>().Removed(LibraryRig.Server(1))).Title);
        Assert.IsType<RestoreResult.Restored>(await rig.Get<LectureChanges>().RestoreAsync(LibraryRig.Server(1), LibraryRig.Moderator, lecture, null, LibraryRig.Stop));
        Assert.Equal(["The Mill"], rig.Titles(LibraryRig.Server(1), "What did the mill of Osk grind?"));
    }

    [Fact]
    public void A_store_of_a_newer_version_is_left_alone()
    {
        using var folder = new TemporaryFolder();
        string file;
        using (var before = new LibraryRig(folder.Path))
        {
            before.Get<ServerNames>().Add(LibraryRig.Server(1), LibraryRig.Moderator, "the Pearl = Ondine");
            file = before.Get<Database>().File;
        }

        using (var connection = new SqliteConnection($"Data Source={file};Pooling=false"))
        {
            connection.Open();
            SqlSession.Run(connection, "pragma user_version = 99");
        }

        using var rig = new LibraryRig(folder.Path);
        Assert.Contains("newer Clio", Assert.Throws<InvalidDataException>(() => rig.Get<ServerNames>().All(LibraryRig.Server(1))).Message, StringComparison.Ordinal);
    }
}
