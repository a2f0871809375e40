using Bot.Chat;
using Bot.Library;
using Bot.Storage;
using Lectures;
using Lectures.Answers;
using Lectures.Indexing;
using Lectures.Passages;
using Lectures.Semantics;
using Lectures.Transcripts;

namespace Bot;

/// <summary>What every way of running Clio shares: settings and the services from a file to a reply.</summary>
internal static class Services
{
    /// <param name="overrides">Settings from the command line, by their full name.</param>
    public static IConfiguration Settings(string home, IEnumerable<KeyValuePair<string, string?>> overrides) => new ConfigurationBuilder()
        .AddJsonFile(Path.Combine(home, Home.Settings), optional: true, reloadOnChange: false)
        .AddEnvironmentVariables()
        .AddInMemoryCollection(overrides)
        .Build();

    /// <summary>Null where the file cannot be read; whoever reads it next says so.</summary>
    public static IConfiguration? TrySettings(string home)
    {
        try
        {
            return Settings(home, []);
        }
        catch (Exception unreadable) when (unreadable is InvalidDataException or FormatException)
        {
            return null;
        }
    }

    public static IServiceCollection AddClio(this IServiceCollection services, IConfiguration settings, string home)
    {
        services.AddLectures();
        services.Configure<TranscriptOptions>(settings.GetSection(TranscriptOptions.Section));
        services.Configure<PassageOptions>(settings.GetSection(PassageOptions.Section));
        services.Configure<AnswerOptions>(settings.GetSection(AnswerOptions.Section));
        services.Configure<SemanticOptions>(settings.GetSection(SemanticOptions.Section));
        services.PostConfigure<SemanticOptions>(options => options.StartFrom(home));
        services.AddOptions<LibraryOptions>().Configure(options => settings.GetSection(LibraryOptions.Section).Bind(options));
        services.PostConfigure<LibraryOptions>(options =>
        {
            // An empty name would be the home folder itself; it is left for the validation to find.
            options.Lectures = options.Lectures.Length == 0 ? "" : Path.GetFullPath(options.Lectures, home);
            options.Store = options.Store.Length == 0 ? "" : Path.GetFullPath(options.Store, home);
            options.Names = options.Names.Length == 0 ? "" : Path.GetFullPath(options.Names, home);
        });
        return services
            .AddStorage()
            .AddServerLibraries()
            .AddSingleton<AskHandler>()
            .AddSingleton<ExcerptHandler>()
            .AddSingleton<ContextHandler>()
            .AddSingleton<CiteHandler>()
            .AddSingleton<WhyHandler>()
            .AddSingleton<LecturesHandler>()
            .AddSingleton<HelpHandler>()
            .AddSingleton<QuestionNotes>()
            .AddSingleton<AskChannels>()
            .AddSingleton<RateHandler>()
            .AddSingleton<PrivacyHandler>()
            .AddSingleton<SuggestHandler>();
    }
}
