namespace Bot.Storage;

internal static class StorageRegistration
{
    public static IServiceCollection AddStorage(this IServiceCollection services) => services
        .AddSingleton<Database>()
        .AddSingleton<UserHash>()
        .AddSingleton<SettingsStore>()
        .AddSingleton<LectureStore>()
        .AddSingleton<DraftStore>()
        .AddSingleton<QuestionLog>()
        .AddSingleton<FeedbackStore>()
        .AddSingleton<AuditStore>()
        .AddSingleton<NameStore>()
        .AddSingleton<SavedQuestionStore>()
        .AddSingleton<JobStore>()
        .AddSingleton<ServerStore>();
}
