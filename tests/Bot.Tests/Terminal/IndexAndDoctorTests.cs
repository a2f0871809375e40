namespace Bot.Tests.Terminal;

public sealed class IndexAndDoctorTests : IDisposable
{
    private readonly TerminalRig rig = new();

    public IndexAndDoctorTests()
    {
        rig.Write("index/lectures/one.txt", "By Jane Doe, Ph.D., Some University\nNuma reigned in peace. The temple stayed shut.\n");
        rig.Write("index/lectures/two.txt", "Tullus went to war. He loved nothing else.\n");
    }

    public void Dispose() => rig.Dispose();

    [Fact]
    public async Task Index_reports_what_it_did()
    {
        var first = await rig.RunAsync("index");
        var second = await rig.RunAsync("index");
        var all = await rig.RunAsync("index", "--all");

        Assert.Equal((0, 0, 0), (first.Code, second.Code, all.Code));
        Assert.StartsWith("2 added, 0 changed, 0 removed, 0 unchanged, 0 rejected; 2 passages, ", first.Output, StringComparison.Ordinal);
        Assert.Contains("1 lines without speech were set aside", first.Output, StringComparison.Ordinal);
        Assert.StartsWith("0 added, 0 changed, 0 removed, 2 unchanged, 0 rejected; 2 passages, ", second.Output, StringComparison.Ordinal);
        Assert.StartsWith("0 added, 2 changed", all.Output, StringComparison.Ordinal);
        Assert.Equal("", first.Errors + second.Errors + all.Errors);
    }

    [Fact]
    public async Task Doctor_finds_a_sound_library_sound()
    {
        var doctor = await rig.RunAsync("doctor");

        Assert.Equal(0, doctor.Code);
        Assert.DoesNotContain("PROBLEM", doctor.Output, StringComparison.Ordinal);
        Assert.Contains("2 added", doctor.Output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Doctor_finds_a_missing_library()
    {
        var doctor = await rig.RunAsync("doctor", "--lectures", rig.File("none"));

        Assert.Equal(1, doctor.Code);
        Assert.Contains("PROBLEM", doctor.Output, StringComparison.Ordinal);
        Assert.Contains("does not exist", doctor.Output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Help_and_version_are_no_errors()
    {
        var (help, version) = (await rig.RunAsync("--help"), await rig.RunAsync("--version"));

        Assert.Equal((0, 0), (help.Code, version.Code));
        Assert.All(["ask", "index", "eval", "doctor", "--lectures"], word => Assert.Contains(word, help.Output, StringComparison.Ordinal));
    }
}
