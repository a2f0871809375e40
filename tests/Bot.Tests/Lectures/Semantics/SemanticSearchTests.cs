using Lectures.Indexing;
using Lectures.Semantics;

namespace Bot.Tests.Lectures.Semantics;

public sealed class SemanticSearchTests : IDisposable
{
    /// <summary>It shares no word with any lecture; a model knows what it means.</summary>
    private const string ByMeaning = "Zorblat?";

    private const string ByWords = "Where did the fleet of two hundred ships leave?";

    private readonly SemanticRig rig = new();

    public void Dispose() => rig.Dispose();

    [Fact]
    public async Task What_only_the_meaning_finds_is_found_with_a_model_and_not_without()
    {
        using var without = rig.With(index: "without");
        using var with = rig.With(TinyModel.Encoder(rig.ModelFolder, SemanticRig.Words));
        await without.IndexAsync();
        await with.IndexAsync();

        Assert.Empty(without.Ask(ByMeaning));
        Assert.StartsWith("one.txt The quimby of Rome", with.Ask(ByMeaning)[0], StringComparison.Ordinal);
        Assert.Contains("hundred ships", with.Ask(ByWords)[0], StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_meaning_searches_within_the_scope_alone_and_nothing_that_was_deleted()
    {
        rig.Write("other/four.txt", "Other Days\n\nAnother quimby stood in Athens. It was of bronze.");
        using var with = rig.With(TinyModel.Encoder(rig.ModelFolder, SemanticRig.Words));
        await with.IndexAsync();

        var scoped = with.Ask(ByMeaning, new Scope(Scope.KeyOf("other"), null));
        rig.Delete("one.txt");
        await with.IndexAsync();
        var afterwards = with.Ask(ByMeaning);

        Assert.NotEmpty(scoped);
        Assert.All(scoped, static shown => Assert.StartsWith("other/", shown, StringComparison.Ordinal));
        Assert.StartsWith("other/", afterwards[0], StringComparison.Ordinal);
        Assert.DoesNotContain(afterwards, static shown => shown.StartsWith("one.txt", StringComparison.Ordinal));
    }

    [Fact]
    public async Task A_small_part_of_a_library_still_gets_its_nearest_passages()
    {
        for (var i = 0; i < 40; i++)
        {
            rig.Write($"many/{i}.txt", $"Days {i}\n\nA quimby numbered {i} stood there. It fell.");
        }

        rig.Write("other/four.txt", "Other Days\n\nThe senate spoke of a quimby in Athens. It was of bronze.");
        using var with = rig.With(TinyModel.Encoder(rig.ModelFolder, SemanticRig.Words));
        await with.IndexAsync();

        Assert.StartsWith("other/", with.Ask(ByMeaning, new Scope(Scope.KeyOf("other"), null))[0], StringComparison.Ordinal);
    }

    [Fact]
    public async Task Another_model_makes_all_vectors_anew()
    {
        using (var first = rig.With(TinyModel.Encoder(rig.ModelFolder, SemanticRig.Words)))
        {
            await first.IndexAsync();
            Assert.Equal(3, (await first.IndexAsync()).Unchanged);
        }

        using var second = rig.With(TinyModel.Encoder(rig.ModelFolder, new Dictionary<string, float[]>(SemanticRig.Words) { ["zorblat"] = [0, 0, 1, 0] }));
        Assert.Null(second.Index.Lease());
        var report = await second.IndexAsync();

        Assert.Equal(3, report.Changed);
        Assert.Contains("model", report.RebuiltFrom, StringComparison.Ordinal);
        Assert.StartsWith("three.txt The walls", second.Ask(ByMeaning)[0], StringComparison.Ordinal);
    }

    [Fact]
    public async Task Without_the_model_everything_is_as_if_there_had_never_been_one()
    {
        string[] questions = [ByMeaning, ByWords, "Who kept the keys?", "What did merchants sell?", "When did the senate vote?"];
        using var never = rig.With(index: "never");
        await never.IndexAsync();
        using (var with = rig.With(TinyModel.Encoder(rig.ModelFolder, SemanticRig.Words)))
        {
            await with.IndexAsync();
            Assert.NotEqual(questions.Select(question => never.Ask(question)), questions.Select(question => with.Ask(question)));
        }

        using var removed = rig.With();
        await removed.IndexAsync();

        Assert.Equal(questions.Select(question => never.Ask(question)), questions.Select(question => removed.Ask(question)));
        Assert.Equal(Files(never.Index.Folder), Files(removed.Index.Folder));
    }

    [Fact]
    public async Task What_has_not_changed_is_not_encoded_again()
    {
        var encoder = new ScriptedEncoder();
        using var clio = rig.With(SemanticRig.Stage(encoder));
        await clio.IndexAsync();
        Assert.Equal(encoder.Encoded.Count, encoder.Encoded.Distinct().Count());
        encoder.Encoded.Clear();

        await clio.IndexAsync(all: true);
        Assert.Empty(encoder.Encoded);

        // The passage and the sentence.
        rig.Write("one.txt", "Early Days\n\nThe quimby of Rome was made of marble. Nobody could ever move it.\n\nThe senate met in the morning and voted. It was noon.");
        await clio.IndexAsync();
        Assert.Equal(2, encoder.Encoded.Count);
        Assert.All(encoder.Encoded, static text => Assert.Contains("ever move", text, StringComparison.Ordinal));
        Assert.StartsWith("one.txt The quimby", clio.Ask(ByMeaning)[0], StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_model_that_fails_at_a_question_is_told_once_and_the_answer_is_the_one_without_it()
    {
        var (encoder, log) = (new ScriptedEncoder(), new CountingLog<SemanticStage>());
        using var clio = rig.With(SemanticRig.Stage(encoder, log: log));
        using var never = rig.With(index: "never");
        await clio.IndexAsync();
        await never.IndexAsync();
        var working = clio.Ask(ByWords);

        encoder.Fails = true;
        Assert.Equal(never.Ask(ByWords), clio.Ask(ByWords));
        Assert.Equal(never.Ask(ByMeaning), clio.Ask(ByMeaning));
        Assert.Single(log.Lines);

        encoder.Fails = false;
        Assert.Equal(working, clio.Ask(ByWords));
        encoder.Fails = true;
        clio.Ask(ByWords);
        Assert.Equal(2, log.Lines.Count);
    }

    [Fact]
    public async Task A_model_that_fails_at_a_lecture_leaves_the_index_as_it_was_and_says_so()
    {
        var encoder = new ScriptedEncoder();
        using var clio = rig.With(SemanticRig.Stage(encoder));
        await clio.IndexAsync();
        var before = clio.Ask(ByWords);

        rig.Write("four.txt", "New Days\n\nA comet was seen.");
        encoder.Fails = true;
        var failed = Assert.IsType<IndexOutcome.Failed>(await clio.RunAsync());
        encoder.Fails = false;

        Assert.Contains("Semantic:ModelPath", failed.Reason, StringComparison.Ordinal);
        Assert.DoesNotContain("scripted", failed.Reason, StringComparison.Ordinal);
        Assert.Equal(before, clio.Ask(ByWords));
        Assert.Equal(1, (await clio.IndexAsync()).Added);
    }

    [Fact]
    public async Task A_server_is_answered_by_the_vectors_of_the_shared_index_and_its_own_and_learns_nothing_of_anothers()
    {
        var stage = SemanticRig.Stage(new ScriptedEncoder());
        using var shared = rig.With(stage, "shared");
        await shared.IndexAsync();
        rig.Delete("one.txt");
        rig.Delete("two.txt");
        rig.Delete("three.txt");
        rig.Write("own.txt", "Own Days\n\nThe fleet sank. All were lost.");
        using var own = rig.With(stage, "own");
        await own.IndexAsync();
        var before = AskTogether(shared, own, ByMeaning);

        // Another server's lecture is nearer than all of these.
        rig.Write("own.txt", "Foreign Days\n\nZorblat, and nothing but zorblat. It is quimby.");
        using var foreign = rig.With(stage, "foreign");
        await foreign.IndexAsync();
        var theirs = AskTogether(shared, foreign, ByMeaning);

        Assert.Equal(before, AskTogether(shared, own, ByMeaning));
        Assert.StartsWith("one.txt", before[0], StringComparison.Ordinal);
        Assert.Contains("zorblat", theirs[0], StringComparison.Ordinal);
        Assert.StartsWith("own.txt The fleet sank", AskTogether(shared, own, "Did the fleet sink?")[0], StringComparison.Ordinal);
    }

    private static IReadOnlyList<string> AskTogether(SemanticRig.Clio shared, SemanticRig.Clio own, string question)
    {
        using var lease = IndexLease.Together(shared.Index.Lease(), own.Index.Lease());
        return SemanticRig.Clio.Shown(shared.Answerer.Ask(lease!, question, 10, threshold: 0));
    }

    /// <summary>The index's files but for those that count commits or hold a time.</summary>
    private static IEnumerable<string> Files(string folder) => Directory.EnumerateFiles(folder, "*.dvd").Select(static file => Convert.ToHexString(File.ReadAllBytes(file)));
}
