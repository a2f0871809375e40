namespace Lectures.Transcripts.Markdown;

/// <summary>Finds for each run of backticks the next one of the same length, which closes it.</summary>
internal sealed class CodeSpans
{
    private readonly Dictionary<int, (int Length, int Close)> runs = [];

    public CodeSpans(string text)
    {
        var next = new Dictionary<int, int>();
        for (var end = text.Length; end > 0;)
        {
            var last = text.AsSpan(0, end).LastIndexOf('`');
            if (last < 0)
            {
                break;
            }

            var start = last;
            while (start > 0 && text[start - 1] == '`')
            {
                start--;
            }

            var length = last - start + 1;
            runs[start] = (length, next.TryGetValue(length, out var close) ? close : -1);
            next[length] = start;
            end = start;
        }
    }

    /// <summary>The length of the run that starts at an offset, and where the one that closes it starts; -1 where none does.</summary>
    public (int Length, int Close) At(int start) => runs.TryGetValue(start, out var run) ? run : (1, -1);
}
