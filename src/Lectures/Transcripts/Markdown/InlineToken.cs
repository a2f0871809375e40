namespace Lectures.Transcripts.Markdown;

internal enum InlineKind
{
    /// <summary>Words as they stand.</summary>
    Text,

    /// <summary>A character in another spelling: escaped, or a reference.</summary>
    Spelled,

    /// <summary>White space: the end of a line.</summary>
    Space,

    /// <summary>A mark that is not shown.</summary>
    Mark,

    BoldStart,
    BoldEnd,
    LinkStart,
    LinkEnd,
    ImageStart,
    ImageEnd,

    /// <summary>An HTML tag.</summary>
    Tag,
}

/// <summary>A piece of a paragraph.</summary>
/// <param name="Source">In the file.</param>
/// <param name="Value">Of <see cref="InlineKind.Spelled"/> what it shows, of a link its target, of a tag its name; else null.</param>
/// <param name="Partner">The index of the token that ends what this one starts; 0 where it starts nothing.</param>
internal readonly record struct InlineToken(InlineKind Kind, TextSpan Source, string? Value = null, int Partner = 0);
