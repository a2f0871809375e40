using System.Diagnostics;
using System.Globalization;
using Bot.Chat;
using Bot.Chat.Moderation;
using Bot.Discord.Protocol;
using Bot.Discord.Rest.Cdn;
using Bot.Library;

namespace Bot.Discord.Commands.Moderation;

/// <summary>Fetches the files of an upload at once, within bounds: their addresses are short-lived, and are kept nowhere.</summary>
internal sealed class UploadReader(AttachmentDownload download) : IDisposable
{
    public static readonly IReadOnlyList<string> FileOptions = ["file", "file2", "file3", "file4", "file5"];

    /// <summary>Bounds what uploads hold in memory: so many at once, each of at most <see cref="LibraryLimits.MostUnpackedBytes"/>.</summary>
    private const int AtOnce = 4;

    private readonly SemaphoreSlim gate = new(AtOnce);

    /// <summary>Null where too many are being read just now.</summary>
    /// <param name="use">What is done with the files while they are in memory.</param>
    public async Task<Reply?> ReadAsync(Interaction interaction, Func<ModeratorRequest.Add, Task<Reply>> use, CancellationToken cancellation)
    {
        if (!await gate.WaitAsync(TimeSpan.Zero, cancellation))
        {
            return null;
        }

        try
        {
            var options = new ModeratorOptions(interaction);
            var files = FileOptions.Select(name => options.Text(name)).OfType<string>().Distinct(StringComparer.Ordinal)
                .Select(id => interaction.Data?.Resolved?.Attachments?.GetValueOrDefault(id)).OfType<Attachment>().ToList();
            var results = await FetchAsync(files, cancellation);
            return await use(new ModeratorRequest.Add(
                [.. results.Select(static one => one.File).OfType<UploadedFile>()],
                ModeratorReader.Details(options.Text),
                options.Text("replaces"),
                [.. results.Select(static one => one.Refused).OfType<AddResult.Refused>()]));
        }
        finally
        {
            gate.Release();
        }
    }

    public void Dispose() => gate.Dispose();

    private async Task<IReadOnlyList<(UploadedFile? File, AddResult.Refused? Refused)>> FetchAsync(List<Attachment> files, CancellationToken cancellation) =>
        files.Sum(static file => Math.Clamp(file.Size, 0, int.MaxValue)) > LibraryLimits.MostUnpackedBytes
            ? [.. files.Select(static file => ((UploadedFile?)null, (AddResult.Refused?)new AddResult.Refused(
                Name(file), null, string.Create(CultureInfo.InvariantCulture, $"The files together have more than {LibraryLimits.MostUnpackedBytes / 1_000_000} MB. Bring them in several uploads."))))]
            : await Task.WhenAll(files.Select(file => FetchAsync(file, cancellation)));

    private async Task<(UploadedFile? File, AddResult.Refused? Refused)> FetchAsync(Attachment file, CancellationToken cancellation) =>
        await download.FetchAsync(file, Uploads.MostBytes, cancellation) switch
        {
            AttachmentResult.Fetched fetched => (new UploadedFile(Name(file), fetched.Content), null),
            AttachmentResult.NotAllowed => Refused(file, "It does not lie on Discord's file host, so it was not fetched. Attach it to the command itself."),
            AttachmentResult.TooLarge tooLarge => Refused(file, string.Create(CultureInfo.InvariantCulture, $"It has more than {tooLarge.MaxBytes / 1_000_000} MB. Split it into one file a lecture.")),
            AttachmentResult.Expired => Refused(file, "Discord has it no longer. Please upload it again."),
            AttachmentResult.Unavailable gone => Refused(file, $"It could not be fetched: {gone.Reason}. Please upload it again."),
            _ => throw new UnreachableException(),
        };

    private static (UploadedFile? File, AddResult.Refused? Refused) Refused(Attachment file, string reason) => (null, new AddResult.Refused(Name(file), null, reason));

    private static string Name(Attachment file) => Unpacking.Clean(file.Filename ?? "");
}
