using System.ComponentModel.DataAnnotations;
using Microsoft.Extensions.Options;

namespace Lectures.Transcripts;

public sealed class TranscriptOptions
{
    public const string Section = "Transcripts";

    /// <summary>The largest file that is read, in bytes. An hour of speech takes about 60,000.</summary>
    [Range(1_000, 100_000_000)]
    public int MaxBytes { get; set; } = 20_000_000;

    /// <summary>The most that a packed document (.docx) may unpack to, pictures included, in bytes.</summary>
    [Range(1_000, 1_000_000_000)]
    public int MaxUnpackedBytes { get; set; } = 60_000_000;
}

[OptionsValidator]
internal sealed partial class TranscriptOptionsValidator : IValidateOptions<TranscriptOptions>;
