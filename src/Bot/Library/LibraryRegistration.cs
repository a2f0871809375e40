namespace Bot.Library;

internal static class LibraryRegistration
{
    public static IServiceCollection AddServerLibraries(this IServiceCollection services) => services
        .AddSingleton<SharedLibrary>()
        .AddSingleton<ServerLibraries>()
        .AddSingleton<Uploads>()
        .AddSingleton<LectureChanges>()
        .AddSingleton<LectureShelf>()
        .AddSingleton<ReindexJobs>()
        .AddSingleton<SavedQuestions>()
        .AddSingleton<ServerNames>()
        .AddSingleton<Settings>()
        .AddSingleton<AuditLog>()
        .AddSingleton<AskedQuestions>()
        .AddSingleton<Erasure>()
        .AddSingleton<GuildSweep>();
}
