using AngleSharp.Dom;

namespace Lectures.Transcripts.Html;

/// <summary>How much text each element of a page holds, and how much of it in links; in characters of the source.</summary>
internal sealed class PageSize
{
    private readonly Dictionary<INode, (int All, int Linked)> sizes = [];

    public static PageSize Of(IDocument document, PageWords words)
    {
        var size = new PageSize();
        foreach (var node in PageTree.Under(document))
        {
            if (node is IText text && words.Length(text) is > 0 and var length)
            {
                var linked = false;
                for (var at = node.Parent; at is not null; at = at.Parent)
                {
                    linked |= at is IElement element && ElementTraits.Tag(element) == "a";
                    var (all, links) = size.sizes.GetValueOrDefault(at);
                    size.sizes[at] = (all + length, links + (linked ? length : 0));
                }
            }
        }

        return size;
    }

    public int All(INode node) => sizes.GetValueOrDefault(node).All;

    /// <summary>The share of an element's text that stands in links.</summary>
    public double LinkShare(INode node) => sizes.GetValueOrDefault(node) is { All: > 0 } size ? (double)size.Linked / size.All : 0;
}
