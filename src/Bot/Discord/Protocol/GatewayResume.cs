namespace Bot.Discord.Protocol;

/// <summary>The body of op 6: go on after the dispatch that carried this sequence number.</summary>
internal sealed record GatewayResume(string Token, string SessionId, long Seq)
{
    // The generated ToString of a record would print the token.
    public override string ToString() => nameof(GatewayResume);
}
