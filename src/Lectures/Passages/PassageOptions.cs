using System.ComponentModel.DataAnnotations;
using Microsoft.Extensions.Options;

namespace Lectures.Passages;

public sealed class PassageOptions
{
    public const string Section = "Passages";

    /// <summary>Words a passage aims for; a sentence is never split to reach it.</summary>
    [Range(40, 400)]
    public int TargetWords { get; set; } = 160;

    /// <summary>At most so many words at the end of a passage open the next one too, where both are of one paragraph.</summary>
    [Range(0, 100)]
    public int OverlapWords { get; set; } = 40;
}

[OptionsValidator]
internal sealed partial class PassageOptionsValidator : IValidateOptions<PassageOptions>;
