using Bot.Terminal;
using Spectre.Console;

namespace Bot.Tests.Terminal;

/// <summary>A home folder with settings and a library, and the command line over it without the process's console.</summary>
internal sealed class TerminalRig : IDisposable
{
    private readonly TemporaryFolder folder = new();

    /// <param name="lectures">The library; null for an empty folder of the rig's own.</param>
    public TerminalRig(string? lectures = null)
    {
        LecturesFolder = lectures ?? folder.File("index/lectures");
        Directory.CreateDirectory(folder.File("index/lectures"));
        WriteSettings($$"""{ "Library": { "Lectures": "{{LecturesFolder.Replace('\\', '/')}}", "Store": "index/store", "Names": "{{Path.Combine(Repository.Root, "index", "names.txt").Replace('\\', '/')}}" } }""");
    }

    public string Home => folder.Path;

    public string LecturesFolder { get; }

    public string IndexFolder => folder.File("index/store/library");

    public string File(string relativePath) => folder.File(relativePath);

    public string Write(string relativePath, string text) => folder.Write(relativePath, text);

    public string Write(string relativePath, byte[] bytes) => folder.Write(relativePath, bytes);

    public void WriteSettings(string json) => folder.Write("appsettings.json", json);

    public Task<Outcome> RunAsync(params string[] arguments) => RunAsync(arguments, input: "");

    /// <param name="screen">Where the output is a terminal.</param>
    public async Task<Outcome> RunAsync(string[] arguments, string input, IAnsiConsole? screen = null, CancellationToken? cancellation = null)
    {
        using var output = new StringWriter { NewLine = "\n" };
        using var errors = new StringWriter { NewLine = "\n" };
        var streams = new TerminalStreams { Input = new StringReader(input), IsInputPiped = screen is null, Output = output, Errors = errors, Screen = screen };
        var code = await new CommandLine(streams, Home).RunAsync(arguments, cancellation ?? TestContext.Current.CancellationToken);
        return new Outcome(code, output.ToString(), errors.ToString());
    }

    public void Dispose() => folder.Dispose();
}

internal sealed record Outcome(int Code, string Output, string Errors)
{
    public IReadOnlyList<string> Lines => Output.TrimEnd('\n').Split('\n');

    /// <summary>An error is told in one clear sentence or two, on standard error alone, and with nothing of a stack trace.</summary>
    public void AssertError(string words)
    {
        Assert.Equal("", Output);
        Assert.Equal(1, Code);
        Assert.Contains(words, Errors, StringComparison.Ordinal);
        Assert.Single(Errors.TrimEnd('\n').Split('\n'));
        Assert.Contains(Errors.TrimEnd('\n')[^1], ".?");
        AssertNoTrace();
    }

    public void AssertNoTrace()
    {
        Assert.DoesNotContain("Exception", Output + Errors, StringComparison.Ordinal);
        Assert.DoesNotContain("   at ", Output + Errors, StringComparison.Ordinal);
    }
}
