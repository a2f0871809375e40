using AngleSharp.Dom;

namespace Lectures.Transcripts.Html;

/// <summary>Goes through a tree in document order without recursion.</summary>
internal static class PageTree
{
    /// <summary>All nodes under one, itself left out.</summary>
    public static IEnumerable<INode> Under(INode root)
    {
        for (var node = root.FirstChild; node is not null; node = node.FirstChild ?? After(node, root))
        {
            yield return node;
        }
    }

    /// <summary>The node that follows one and all under it; null at the root's end.</summary>
    public static INode? After(INode node, INode root)
    {
        for (var at = node; at is not null && at != root; at = at.Parent)
        {
            if (at.NextSibling is { } next)
            {
                return next;
            }
        }

        return null;
    }
}
