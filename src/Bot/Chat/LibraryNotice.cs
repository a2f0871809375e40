using Bot.Library;

namespace Bot.Chat;

/// <summary>What to say where there is nothing to quote from.</summary>
internal static class LibraryNotice
{
    public const string Changed = "This lecture was changed since the answer was given, and these words are no longer in it. Please ask again.";

    /// <param name="caller">Null at the terminal.</param>
    public static Reply Empty(ServerLibraries library, Caller? caller) => (library.IsIndexing, caller) switch
    {
        (_, null) => Reply.Refused("There is no index yet. Run “index” first."),
        (true, _) => Reply.Refused("I am reading the lectures for the first time. Please ask again in a minute."),
        (_, { IsModerator: true }) => Reply.Refused(
            "My library is still empty, so there is nothing that I could quote.",
            "What to do first: bring transcripts of your lectures (plain text, WebVTT, SubRip, JSON, Markdown, HTML or Word, or a .zip of them) with /library add. /lectures then shows what I have read."),
        _ => Reply.Refused("My library is still empty, so there is nothing that I could quote. Please ask a moderator of this server to have lectures added."),
    };
}
