using System.ComponentModel.DataAnnotations;
using Microsoft.Extensions.Options;

namespace Lectures.Answers;

public sealed class AnswerOptions
{
    public const string Section = "Answers";

    /// <summary>Below this confidence the lectures are said not to answer.</summary>
    [Range(0.0, 1.0)]
    public double Threshold { get; set; } = 0.7;
}

[OptionsValidator]
internal sealed partial class AnswerOptionsValidator : IValidateOptions<AnswerOptions>;
