namespace Bot.Discord.Rest.Cdn;

/// <summary>What became of a download.</summary>
internal abstract record AttachmentResult
{
    private AttachmentResult()
    {
    }

    internal sealed record Fetched(ReadOnlyMemory<byte> Content) : AttachmentResult;

    /// <summary>Not an address of Discord's; nothing was asked.</summary>
    internal sealed record NotAllowed : AttachmentResult;

    internal sealed record TooLarge(int MaxBytes) : AttachmentResult;

    /// <summary>Discord no longer has it under this address: the member must upload it again.</summary>
    internal sealed record Expired : AttachmentResult;

    internal sealed record Unavailable(string Reason) : AttachmentResult;
}
