namespace Bot.Chat.Moderation;

internal static class ModerationRegistration
{
    /// <summary>All but <see cref="IChangePosts"/> and <see cref="OperatorDefaults"/>, which are the medium's.</summary>
    public static IServiceCollection AddModeration(this IServiceCollection services) => services
        .AddSingleton<LectureLookup>()
        .AddSingleton<UploadHandler>()
        .AddSingleton<LectureHandler>()
        .AddSingleton<ExportHandler>()
        .AddSingleton<ReindexHandler>()
        .AddSingleton<QuestionHandler>()
        .AddSingleton<NamesHandler>()
        .AddSingleton<AnswersHandler>()
        .AddSingleton<SettingsHandler>()
        .AddSingleton<ErasureHandler>()
        .AddSingleton<ModeratorHandler>();
}
