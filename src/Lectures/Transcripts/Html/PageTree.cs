using AngleSharp.Dom;

namespace Lectures.Transcripts.Html;

/// <summary>Goes through a tree in document order without recursion, and by index: the library searches a node's next sibling from the first one on.</summary>
internal sealed class PageTree
{
    private readonly Stack<(INodeList Siblings, int Index)> path = [];

    public PageTree(INode root) => path.Push((root.ChildNodes, -1));

    /// <summary>All nodes under one, itself left out.</summary>
    public static IEnumerable<INode> Under(INode root)
    {
        var tree = new PageTree(root);
        while (tree.Next(static _ => { }) is { } node)
        {
            yield return node;
            tree.Enter(node);
        }
    }

    /// <summary>The next node on the level that the walk is on; where it has no more, those above go on. Null at the root's end.</summary>
    /// <param name="leaves">Is told each node that was entered when all under it is done.</param>
    public INode? Next(Action<INode> leaves)
    {
        while (true)
        {
            var (siblings, index) = path.Pop();
            if (++index < siblings.Length)
            {
                path.Push((siblings, index));
                return siblings[index];
            }

            if (path.Count == 0)
            {
                path.Push((siblings, index));
                return null;
            }

            var (parents, at) = path.Peek();
            leaves(parents[at]);
        }
    }

    public void Enter(INode node) => path.Push((node.ChildNodes, -1));

    /// <summary>The node that follows on the same level, white space left out; null where none does.</summary>
    public INode? PeekNext()
    {
        var (siblings, index) = path.Peek();
        for (var i = index + 1; i < siblings.Length; i++)
        {
            if (siblings[i] is not IText text || !text.Data.AsSpan().IsWhiteSpace())
            {
                return siblings[i];
            }
        }

        return null;
    }
}
