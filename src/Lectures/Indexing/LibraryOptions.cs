using System.ComponentModel.DataAnnotations;
using Microsoft.Extensions.Options;

namespace Lectures.Indexing;

public sealed class LibraryOptions
{
    public const string Section = "Library";

    /// <summary>The folder with the transcripts.</summary>
    [Required]
    public string Lectures { get; set; } = "index/lectures";

    /// <summary>The folder that Clio writes: the index, later the database and uploads. The one volume to mount.</summary>
    [Required]
    public string Store { get; set; } = "index/store";

    /// <summary>The file of other names: Peking = Beijing.</summary>
    [Required]
    public string Names { get; set; } = "index/names.txt";

    /// <summary>The index's own folder inside <see cref="Store"/>.</summary>
    [Required]
    public string Index { get; set; } = "library";
}

[OptionsValidator]
internal sealed partial class LibraryOptionsValidator : IValidateOptions<LibraryOptions>;
