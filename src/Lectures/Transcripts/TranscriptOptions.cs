using System.ComponentModel.DataAnnotations;
using Microsoft.Extensions.Options;

namespace Lectures.Transcripts;

public sealed class TranscriptOptions
{
    public const string Section = "Transcripts";

    /// <summary>The largest file that is read, in bytes. An hour of speech takes about 60,000.</summary>
    [Range(1_000, 100_000_000)]
    public int MaxBytes { get; init; } = 20_000_000;
}

[OptionsValidator]
internal sealed partial class TranscriptOptionsValidator : IValidateOptions<TranscriptOptions>;
