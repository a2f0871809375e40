using Bot.Chat;
using Bot.Chat.Moderation;
using Bot.Discord.Protocol;
using Bot.Library;

namespace Bot.Discord.Commands.Moderation;

/// <summary>Choices for what a moderator types: of the moderator's server, and for nobody else.</summary>
internal sealed class ModeratorAutocomplete(LectureLookup lectures, QuestionHandler questions, NamesHandler names, SuggestHandler suggest)
{
    /// <summary>Names and values; the values are what the command is then called with.</summary>
    public IEnumerable<(string Label, string Value)> Choices(Interaction interaction, Caller caller)
    {
        var options = new ModeratorOptions(interaction);
        if (Moderator.Of(caller) is not { } moderator || options.Typing is not { } typing)
        {
            return [];
        }

        var typed = typing.Text ?? "";
        return (options.Command, typing.Name) switch
        {
            ("library remove" or "library export", "lecture") or ("library add", "replaces") => Lectures(moderator, typed, LectureKind.Own),
            ("library restore", "lecture") => Lectures(moderator, typed, LectureKind.Kept),
            (_, "lecture") => Lectures(moderator, typed, LectureKind.Any),
            ("questions remove", "question") => questions.Suggest(moderator, typed),
            ("names remove", "names") => names.Suggest(moderator, typed).Select(static line => (line, line)),
            ("library add", "series") => suggest.Series(typed, caller).Select(static name => (name, name)),
            ("library add", "speaker") => suggest.Speakers(typed, caller).Select(static name => (name, name)),
            _ => [],
        };
    }

    private IEnumerable<(string Label, string Value)> Lectures(Moderator moderator, string typed, LectureKind kind) =>
        lectures.Suggest(moderator.Server, typed, kind).Select(static lecture => (Label(lecture), lecture.Id));

    private static string Label(LectureSummary lecture) => $"{lecture.Title} · {LectureText.About(lecture)}";
}
