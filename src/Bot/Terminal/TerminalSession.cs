using Bot.Library;
using Lectures.Answers;
using Lectures.Indexing;
using Lectures.Passages;
using Lectures.Semantics;
using Lectures.Transcripts;
using Microsoft.Extensions.Logging.Abstractions;
using Microsoft.Extensions.Options;

namespace Bot.Terminal;

/// <summary>One run of the command line: settings, services, and where to write.</summary>
internal sealed class TerminalSession : IDisposable
{
    public const int Answered = 0;
    public const int Error = 1;
    public const int NotFound = 2;

    private readonly ServiceProvider services;

    private TerminalSession(ServiceProvider services, TerminalStreams streams, string home)
    {
        this.services = services;
        Streams = streams;
        Home = home;
        Output = new TerminalWriter(streams.Output, streams.Screen);
    }

    public TerminalStreams Streams { get; }

    public string Home { get; }

    public TerminalWriter Output { get; }

    public SharedLibrary Library => Get<SharedLibrary>();

    public T Get<T>()
        where T : notnull => services.GetRequiredService<T>();

    /// <summary>Null, with all problems written to standard error, where the settings are not usable.</summary>
    /// <param name="home">The folder that relative paths in the settings start from.</param>
    public static TerminalSession? Start(TerminalStreams streams, string home, string? lectures, string? store, bool verbose)
    {
        var services = new ServiceCollection();
        if (verbose)
        {
            services.AddLogging(static logging => logging.AddConsole(static console => console.LogToStandardErrorThreshold = LogLevel.Trace));
        }
        else
        {
            services.AddSingleton(typeof(ILogger<>), typeof(NullLogger<>));
        }

        try
        {
            var settings = Services.Settings(home, Overrides(lectures, store));
            services.AddSingleton(settings).AddClio(settings, home);
            var provider = services.BuildServiceProvider();
            Validate(provider);
            return new TerminalSession(provider, streams, home);
        }
        catch (OptionsValidationException invalid)
        {
            streams.Errors.WriteLine($"The settings cannot be used: {string.Join(" ", invalid.Failures)} Correct {Bot.Home.Settings} or the environment.");
        }
        catch (Exception failure) when (failure is InvalidDataException or FormatException or InvalidOperationException)
        {
            // The configuration reader names file and key here; these are the operator's own settings, not a user's.
            streams.Errors.WriteLine($"The settings in {Path.Combine(home, Bot.Home.Settings)} cannot be read: {(failure.InnerException ?? failure).Message}");
        }

        return null;
    }

    /// <summary>One sentence on standard error.</summary>
    public void Complain(string sentence) => Streams.Errors.WriteLine(sentence);

    public void Dispose() => services.Dispose();

    private static void Validate(ServiceProvider provider)
    {
        _ = provider.GetRequiredService<IOptions<TranscriptOptions>>().Value;
        _ = provider.GetRequiredService<IOptions<PassageOptions>>().Value;
        _ = provider.GetRequiredService<IOptions<LibraryOptions>>().Value;
        _ = provider.GetRequiredService<IOptions<AnswerOptions>>().Value;
        _ = provider.GetRequiredService<IOptions<SemanticOptions>>().Value;
    }

    private static IEnumerable<KeyValuePair<string, string?>> Overrides(string? lectures, string? store)
    {
        if (lectures is not null)
        {
            yield return new($"{LibraryOptions.Section}:{nameof(LibraryOptions.Lectures)}", Path.GetFullPath(lectures));

            // Another folder of lectures has an index of its own, so that the library's stays as it is.
            yield return new($"{LibraryOptions.Section}:{nameof(LibraryOptions.Index)}", $"library-{LectureId.ForFile(Path.GetFullPath(lectures))}");
        }

        if (store is not null)
        {
            yield return new($"{LibraryOptions.Section}:{nameof(LibraryOptions.Store)}", Path.GetFullPath(store));
        }
    }
}
