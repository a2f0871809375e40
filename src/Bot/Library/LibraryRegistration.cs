namespace Bot.Library;

internal static class LibraryRegistration
{
    public static IServiceCollection AddServerLibraries(this IServiceCollection services) => services
        .AddSingleton<SharedLibrary>()
        .AddSingleton<OpenIndexes>()
        .AddSingleton<ServerIndexes>()
        .AddSingleton<ServerLibraries>()
        .AddSingleton<UploadReading>()
        .AddSingleton<Publishing>()
        .AddSingleton<ReindexRun>()
        .AddSingleton<Retention>()
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
