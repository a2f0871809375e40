using AngleSharp.Dom;

namespace Lectures.Transcripts.Html;

/// <summary>How much text each element of a page holds, and how much of it in links; in characters of the source.</summary>
internal sealed class PageSize
{
    private readonly Dictionary<INode, (int All, int Linked)> sizes = [];

    public static PageSize Of(IDocument document, PageWords words)
    {
        var size = new PageSize();
        var tree = new PageTree(document);
        var open = new Stack<(int All, int Linked)>([(0, 0)]);
        while (tree.Next(Leave) is { } node)
        {
            if (node is IText text)
            {
                var (all, linked) = open.Pop();
                open.Push((all + words.Length(text), linked));
            }
            else
            {
                open.Push((0, 0));
                tree.Enter(node);
            }
        }

        return size;

        void Leave(INode node)
        {
            var (all, linked) = open.Pop();
            linked = node is IElement element && ElementTraits.Tag(element) == "a" ? all : linked;
            if (all > 0)
            {
                size.sizes[node] = (all, linked);
            }

            var (outer, outerLinked) = open.Pop();
            open.Push((outer + all, outerLinked + linked));
        }
    }

    public int All(INode node) => sizes.GetValueOrDefault(node).All;

    /// <summary>The share of an element's text that stands in links.</summary>
    public double LinkShare(INode node) => sizes.GetValueOrDefault(node) is { All: > 0 } size ? (double)size.Linked / size.All : 0;
}
