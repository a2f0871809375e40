namespace Lectures.Transcripts.Html;

/// <summary>Keeps count of how deep a page is nested, with the end tags that HTML lets people leave out (HTML Standard, 13.1.2.4).</summary>
internal sealed class OpenElements(int deepest)
{
    private readonly List<string> stack = [];

    /// <summary>Inline elements open within each other; people forget to close them, and more of them say no more.</summary>
    public int InlineDepth
    {
        get
        {
            var depth = 0;
            while (depth < stack.Count && stack[^(depth + 1)] == "span")
            {
                depth++;
            }

            return depth;
        }
    }

    /// <summary>False where the page is nested too deep.</summary>
    public bool Open(string name)
    {
        switch (name)
        {
            case "li":
                CloseUpTo(static open => open is "li", static open => open is "ul" or "ol");
                break;
            case "dd" or "dt":
                CloseUpTo(static open => open is "dd" or "dt", static open => open is "dl");
                break;
            case "tr" or "tbody" or "thead" or "tfoot":
                CloseUpTo(static open => open is "tr" or "tbody" or "thead" or "tfoot", static open => open is "table");
                break;
            case "td" or "th":
                CloseUpTo(static open => open is "td" or "th", static open => open is "table" or "tr");
                break;
            case not "span":
                CloseUpTo(static open => open is "p", static open => open is "table" or "td" or "th");
                break;
            default:
                break;
        }

        stack.Add(name);
        return stack.Count <= deepest;
    }

    /// <summary>False where no such element is open: the end tag means nothing.</summary>
    public bool Close(string name)
    {
        var at = stack.LastIndexOf(name);
        if (at < 0)
        {
            return false;
        }

        stack.RemoveRange(at, stack.Count - at);
        return true;
    }

    private void CloseUpTo(Func<string, bool> closes, Func<string, bool> stops)
    {
        for (var i = stack.Count - 1; i >= 0 && !stops(stack[i]); i--)
        {
            if (closes(stack[i]))
            {
                stack.RemoveRange(i, stack.Count - i);
                return;
            }
        }
    }
}
