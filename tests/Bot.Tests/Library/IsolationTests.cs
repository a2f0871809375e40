using System.Globalization;
using Bot.Chat;
using Bot.Library;
using Lectures.Answers;

namespace Bot.Tests.Library;

/// <summary>
/// Many servers at once: no answer, score, suggestion or correction of one has anything of another's uploads. The long form:
/// CLIO_ISOLATION=10000 dotnet run -c Release --project tests/Bot.Tests -- -class "*IsolationTests"
/// </summary>
public sealed class IsolationTests : IDisposable
{
    private static readonly string[] Roots = ["zentav", "marlov", "quillem", "ondine", "kestrel", "ambros", "tarnow", "oskild", "velmar", "brandok", "hestia", "lorund"];
    private static readonly string[] Endings = ["ia", "a", "ja", "ya", "ian", "um", "us", "is"];
    private static readonly string[] Deeds = ["crossed the river", "burned the granary", "rebuilt the harbour", "taxed the salt", "married the heir", "signed the treaty", "lost the siege", "founded the school"];

    private readonly LibraryRig rig = new();

    public void Dispose() => rig.Dispose();

    [Fact]
    public async Task What_one_server_uploads_or_removes_changes_nothing_for_another()
    {
        var operations = LongRun.Rounds("CLIO_ISOLATION", 150);
        var servers = operations >= 5_000 ? 50 : 6;
        var random = new Random(57);
        await rig.ShareAsync("shared.txt", Lecture(random, -1));
        var own = Enumerable.Range(0, servers).ToDictionary(static server => server, static _ => new Dictionary<string, string>(StringComparer.Ordinal));
        for (var operation = 0; operation < operations; operation++)
        {
            var (actor, watcher) = (random.Next(servers), random.Next(servers));
            switch (random.Next(4))
            {
                case 0 or 1 when own[actor].Count < 6:
                    await UnchangedAsync(watcher, actor, random, async () =>
                    {
                        var title = $"{Word(random)} of server {actor}";
                        var lecture = await rig.PublishAsync(LibraryRig.Server(actor), title, Lecture(random, actor));
                        own[actor][lecture.Id] = title;
                    });
                    break;
                case 2 when own[actor].Count > 0:
                    await UnchangedAsync(watcher, actor, random, async () =>
                    {
                        var lecture = own[actor].Keys.Order(StringComparer.Ordinal).ElementAt(random.Next(own[actor].Count));
                        Assert.IsType<RemoveResult.NotHere>(watcher == actor ? new RemoveResult.NotHere() : await rig.RemoveAsync(LibraryRig.Server(watcher), lecture));
                        Assert.IsType<RemoveResult.Removed>(await rig.RemoveAsync(LibraryRig.Server(actor), lecture));
                        own[actor].Remove(lecture);
                    });
                    break;
                default:
                    AssertSees(actor, own[actor], random);
                    break;
            }
        }
    }

    [Fact]
    public async Task A_server_without_uploads_reads_the_shared_index_itself()
    {
        await rig.ShareAsync("shared.txt", Lecture(new Random(1), -1));
        await rig.PublishAsync(LibraryRig.Server(1), "Own", Lecture(new Random(2), 1));

        using var shared = rig.Get<SharedLibrary>().Lease();
        using var without = rig.Get<ServerLibraries>().Lease(LibraryRig.Server(2));
        using var with = rig.Get<ServerLibraries>().Lease(LibraryRig.Server(1));

        Assert.Same(shared!.Searcher, without!.Searcher);
        Assert.NotSame(shared.Searcher, with!.Searcher);
        Assert.True(with.PassageCount > shared.PassageCount);
        Assert.Equal(2, with.LectureCount);
    }

    [Fact]
    public async Task More_servers_than_are_kept_open_are_answered_all_the_same()
    {
        for (var server = 0; server < OpenIndexes.MostOpen + 5; server++)
        {
            await rig.PublishAsync(LibraryRig.Server(server), $"Lecture {server}", $"The mill of place{server} ground barley for the army of Osk.\n");
        }

        for (var server = 0; server < OpenIndexes.MostOpen + 5; server++)
        {
            Assert.Equal([$"Lecture {server}"], rig.Titles(LibraryRig.Server(server), "Who ground barley?"));
        }
    }

    [Fact]
    public async Task An_index_that_is_being_changed_stays_open_however_many_others_are_asked()
    {
        await rig.PublishAsync(LibraryRig.Server(0), "Old", "The mill of Osk ground barley for the army.\n");
        var (lectures, indexes) = (rig.Get<Bot.Storage.LectureStore>(), rig.Get<OpenIndexes>());

        var change = await rig.Get<ServerIndexes>().ChangeAsync(
            LibraryRig.Server(0), all: true, progress: null, static (list, _) => list,
            () =>
            {
                for (var other = 1; other <= OpenIndexes.MostOpen + 1; other++)
                {
                    indexes.Use(LibraryRig.Server(other)).Dispose();
                }
            },
            LibraryRig.Stop);

        Assert.IsType<ServerChange.Done>(change);
        Assert.Single(lectures.Published(LibraryRig.Server(0)));
        Assert.Equal(["Old"], rig.Titles(LibraryRig.Server(0), "Who ground barley?"));
    }

    private async Task UnchangedAsync(int watcher, int actor, Random random, Func<Task> change)
    {
        var questions = Enumerable.Range(0, 3).Select(_ => Question(random)).ToList();
        var before = watcher == actor ? null : Observe(watcher, questions);
        await change();
        if (before is not null)
        {
            Assert.Equal(before, Observe(watcher, questions));
        }
    }

    /// <summary>All that a server can be shown: excerpts with their confidence, what was taken for a misspelt word, lists and suggestions.</summary>
    private string Observe(int number, IReadOnlyList<string> questions)
    {
        var server = LibraryRig.Server(number);
        var caller = new Caller("5", server.Value, IsModerator: false);
        var seen = new List<string>();
        foreach (var question in questions)
        {
            var (confidence, excerpts) = rig.Ask(server, question);
            seen.Add(confidence.ToString("R", CultureInfo.InvariantCulture));
            seen.AddRange(excerpts.Select(static excerpt => $"{excerpt.Passage.Id} {excerpt.Text}"));
            using var lease = rig.Get<ServerLibraries>().Lease(server);
            if (lease is not null && excerpts.Count > 0)
            {
                var why = rig.Get<Answerer>().Explain(lease, question, excerpts[0].Passage);
                seen.AddRange(why?.AlsoSearched.Select(static other => $"{other.Typed}>{other.Other}") ?? []);
                seen.AddRange(why?.Matched ?? []);
            }
        }

        var suggest = rig.Get<SuggestHandler>();
        seen.AddRange([.. suggest.Questions("", caller), .. suggest.Series("", caller), .. suggest.Speakers("", caller)]);
        seen.AddRange(rig.Get<LectureShelf>().List(server, null, 0, 100).Lectures.Select(static lecture => lecture.Title));
        seen.AddRange(rig.Get<LectureShelf>().Suggest(server, "", onlyOwn: false).Select(static lecture => lecture.Title));
        seen.AddRange(rig.Get<AuditLog>().Page(server, 0, 50).Select(static entry => entry.Subject));
        return string.Join('\n', seen);
    }

    private void AssertSees(int number, Dictionary<string, string> own, Random random)
    {
        foreach (var title in rig.Titles(LibraryRig.Server(number), Question(random)))
        {
            Assert.True(title == "Shared" || own.ContainsValue(title), $"server {number} was shown “{title}”");
        }

        Assert.Equal(
            own.Values.Order(StringComparer.Ordinal),
            rig.Get<LectureShelf>().List(LibraryRig.Server(number), null, 0, 100).Lectures.Where(static lecture => !lecture.IsShared).Select(static lecture => lecture.Title).Order(StringComparer.Ordinal));
    }

    private static string Lecture(Random random, int server) => string.Join("\n\n", Enumerable.Range(0, 4).Select(part => string.Join(' ', Enumerable.Range(0, 5).Select(i =>
        $"In the year {1000 + random.Next(900)} {Word(random)} {Deeds[random.Next(Deeds.Length)]} of {Word(random)} server{server}x{part}{i}.")) + $" There {Word(random)}, better known as {Word(random)}, was buried."));

    private static string Question(Random random) => $"Who {Deeds[random.Next(Deeds.Length)]} of {Word(random)}?";

    private static string Word(Random random)
    {
        var word = Roots[random.Next(Roots.Length)] + Endings[random.Next(Endings.Length)];
        return char.ToUpperInvariant(word[0]) + word[1..];
    }
}
