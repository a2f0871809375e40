using System.Diagnostics;
using Bot.Tests.Lectures.Semantics;

namespace Bot.Tests.Terminal;

/// <summary>The program with a model of the operator's, with a wrong one, and with none.</summary>
public sealed class SemanticSettingsTests : IDisposable
{
    private readonly TerminalRig rig = new();

    public SemanticSettingsTests()
    {
        rig.Write("index/lectures/one.txt", "Numa reigned in peace for forty-three years. The temple of Janus stayed shut for him alone.\n");
        rig.Write("index/lectures/two.txt", "Tullus went to war. He loved nothing else.\n");
    }

    public void Dispose() => rig.Dispose();

    [Fact]
    public async Task A_wrong_model_is_told_at_the_start_in_a_sentence_with_everything_else_that_is_wrong()
    {
        rig.Write("model/model.onnx", "This is no model.");
        rig.Write("model/vocab.txt", "[PAD]\n[UNK]\n[CLS]\n[SEP]\n[MASK]\nking\n");
        Settings(""" "ModelPath": "model/model.onnx", "RerankerPath": "none.onnx" """);

        var asked = await rig.RunAsync("ask", "Who reigned in peace? Was it Numa?");

        asked.AssertError("cannot be read as an ONNX model");
        asked.AssertError("Semantic:RerankerPath: there is no file");
    }

    [Fact]
    public async Task Doctor_looks_at_the_models_and_says_what_they_take()
    {
        Assert.Contains("No semantic model is set", (await rig.RunAsync("doctor")).Output, StringComparison.Ordinal);

        TinyModel.Encoder(rig.File("model"), SemanticRig.Words);
        Settings(""" "ModelPath": "model/model.onnx" """);
        var doctor = await rig.RunAsync("doctor");

        Assert.Equal((0, ""), (doctor.Code, doctor.Errors));
        Assert.Matches(@"The semantic model gives vectors of 4 dimensions; a question takes it \d+\.\d ms\.", doctor.Output);
    }

    [Fact]
    public async Task With_a_model_a_question_in_other_words_finds_what_it_means()
    {
        TinyModel.Encoder(rig.File("model"), new Dictionary<string, float[]> { ["zorblat"] = [1, 0], ["peace"] = [1, 0], ["war"] = [0, 1] });
        var without = await rig.RunAsync("ask", "zorblat", "--json");
        Settings(""" "ModelPath": "model/model.onnx" """);

        var with = await rig.RunAsync("ask", "zorblat", "--json");

        Assert.DoesNotContain("Numa", without.Output, StringComparison.Ordinal);
        Assert.Contains("Numa reigned in peace", with.Output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Without_a_model_nothing_of_what_models_need_is_loaded()
    {
        // A copy of the program in which those files are there, as the runtime wants, and not to be loaded.
        foreach (var file in Directory.EnumerateFiles(AppContext.BaseDirectory, "*", SearchOption.AllDirectories))
        {
            var to = rig.File(Path.Combine("program", Path.GetRelativePath(AppContext.BaseDirectory, file)));
            Directory.CreateDirectory(Path.GetDirectoryName(to)!);
            if (Path.GetFileName(file) is { } name && (name.StartsWith("Microsoft.ML.", StringComparison.Ordinal) || name.Contains("onnxruntime", StringComparison.Ordinal)))
            {
                File.WriteAllText(to, "");
            }
            else
            {
                File.Copy(file, to);
            }
        }

        var without = await AskAsync();
        TinyModel.Encoder(rig.File("model"), SemanticRig.Words);
        Settings(""" "ModelPath": "model/model.onnx" """);
        var with = await AskAsync();

        Assert.Equal(0, without.Code);
        Assert.Contains("**Numa reigned in peace for forty-three years.**", without.Output, StringComparison.Ordinal);
        Assert.Equal(1, with.Code);
    }

    private void Settings(string semantic) => rig.WriteSettings($$"""{ "Semantic": { {{semantic}} } }""");

    private async Task<Outcome> AskAsync()
    {
        var start = new ProcessStartInfo(Environment.GetEnvironmentVariable("DOTNET_HOST_PATH") ?? "dotnet", [rig.File("program/Bot.dll"), "ask", "Who reigned in peace? Was it Numa?"])
        {
            WorkingDirectory = rig.Home,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        };
        using var process = Process.Start(start) ?? throw new InvalidOperationException("The program did not start.");
        var (output, errors) = (process.StandardOutput.ReadToEndAsync(TestContext.Current.CancellationToken), process.StandardError.ReadToEndAsync(TestContext.Current.CancellationToken));
        await process.WaitForExitAsync(TestContext.Current.CancellationToken);
        return new Outcome(process.ExitCode, await output, await errors);
    }
}
