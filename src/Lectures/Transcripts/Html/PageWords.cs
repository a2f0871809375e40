using System.Globalization;
using AngleSharp.Dom;
using Lectures.Transcripts.Documents;

namespace Lectures.Transcripts.Html;

/// <summary>The words that the numbers in a page's tree stand for.</summary>
internal sealed class PageWords(string text, IReadOnlyList<TextSpan> runs)
{
    /// <summary>Enough to tell a name or a time.</summary>
    private const int MostRuns = 40;

    public int Length(IText node)
    {
        var length = 0;
        foreach (var run in RunsOf(node))
        {
            length += run?.Length ?? 0;
        }

        return length;
    }

    public void AddTo(DocumentBlock block, IText node)
    {
        foreach (var run in RunsOf(node))
        {
            if (run is { } span)
            {
                CharacterReferences.AddTo(block, text, span);
            }
            else
            {
                block.Space();
            }
        }
    }

    /// <summary>An element's words, or the first of them where there are many.</summary>
    public string Of(IElement element)
    {
        var block = new DocumentBlock();
        var count = 0;
        foreach (var node in PageTree.Under(element))
        {
            if (node is IText words && count++ < MostRuns)
            {
                AddTo(block, words);
            }
            else if (node is IElement { LocalName: "br" })
            {
                block.Space();
            }
        }

        return block.ToString();
    }

    /// <summary>Null stands for white space between runs.</summary>
    private IEnumerable<TextSpan?> RunsOf(IText node)
    {
        var data = node.Data;
        for (var at = 0; at < data.Length;)
        {
            var close = data[at] == '{' ? data.IndexOf('}', at) : -1;
            if (close < 0)
            {
                at++;
                yield return null;
                continue;
            }

            yield return runs[int.Parse(data.AsSpan(at + 1, close - at - 1), CultureInfo.InvariantCulture)];
            at = close + 1;
        }
    }
}
