namespace Lectures.Transcripts.Html;

/// <summary>What becomes of a tag on its way to the HTML library.</summary>
/// <param name="Kept">The name it is passed on with; null where it is dropped and its content stays.</param>
/// <param name="HoldsNoMarkup">Its content is not text to be read and may hold anything.</param>
/// <param name="IsEmpty">It has no content and no end tag.</param>
internal readonly record struct TagRole(string? Kept, bool HoldsNoMarkup = false, bool IsEmpty = false)
{
    private static readonly HashSet<string> WithoutMarkup = new[]
    {
        "script", "style", "title", "textarea", "xmp", "iframe", "noembed", "noframes", "plaintext",
    }.ToHashSet(StringComparer.Ordinal);

    private static readonly HashSet<string> Blocks = new[]
    {
        "address", "article", "aside", "blockquote", "dd", "details", "dialog", "div", "dl", "dt", "figcaption", "figure", "footer", "h1", "h2", "h3", "h4", "h5", "h6",
        "header", "hgroup", "li", "main", "menu", "nav", "ol", "p", "pre", "section", "summary", "table", "tbody", "td", "tfoot", "th", "thead", "tr", "ul",
    }.ToHashSet(StringComparer.Ordinal);

    /// <summary>Elements whose words are not the page's, or that the tree treats in ways of its own.</summary>
    private static readonly HashSet<string> Aside = new[]
    {
        "svg", "math", "template", "noscript", "button", "select", "form", "object", "audio", "video", "canvas", "rp", "rt", "dialog", "menu", "nav", "aside", "footer",
    }.ToHashSet(StringComparer.Ordinal);

    /// <summary>Said in the tree by a plain element: the library repeats unclosed ones of these in every paragraph that follows.</summary>
    private static readonly HashSet<string> Inline = new[] { "a", "b", "strong", "span", "time", "cite", "label", "sup" }.ToHashSet(StringComparer.Ordinal);

    public static bool IsBlock(string name) => Blocks.Contains(name);

    /// <summary>Never part of the article, whatever it says.</summary>
    public static bool IsAside(string name) => Aside.Contains(name);

    public static TagRole Of(string name)
    {
        if (WithoutMarkup.Contains(name))
        {
            return new TagRole(null, HoldsNoMarkup: true);
        }

        if (name is "br" or "hr")
        {
            return new TagRole(name, IsEmpty: true);
        }

        if (Aside.Contains(name))
        {
            return new TagRole("section");
        }

        if (Blocks.Contains(name))
        {
            return new TagRole(name);
        }

        // Elements that sites make up themselves are named with a hyphen; they mostly stand for blocks.
        return new TagRole(Inline.Contains(name) ? "span" : name.Contains('-', StringComparison.Ordinal) ? "div" : null);
    }
}
