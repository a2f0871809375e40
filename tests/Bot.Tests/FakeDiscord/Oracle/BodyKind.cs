namespace Bot.Tests.FakeDiscord.Oracle;

internal enum BodyKind
{
    Commands,
    Callback,
    FollowUp,
    Edit,
    Message,
}
