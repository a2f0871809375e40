namespace Lectures.Transcripts.Documents;

/// <summary>Takes paragraphs apart that hold several turns: one a line with line breaks between, or "Jane Doe  0:12" above what she says.</summary>
internal static class BlockLines
{
    public static IReadOnlyList<DocumentBlock> Split(IReadOnlyList<DocumentBlock> blocks)
    {
        if (blocks.All(static block => block.Breaks.Count == 0))
        {
            return blocks;
        }

        var split = new List<DocumentBlock>(blocks.Count);
        foreach (var block in blocks)
        {
            if (block.Breaks.Count > 0 && block.Heading == 0 && block.Speaker is null)
            {
                AddLines(block, split);
            }
            else
            {
                split.Add(block);
            }
        }

        return split;
    }

    private static void AddLines(DocumentBlock block, List<DocumentBlock> split)
    {
        var text = block.ToString();
        var (start, last) = (0, 0);
        foreach (var end in block.Breaks)
        {
            var next = AfterSpace(text, end);
            if (next < text.Length && (IsHeader(text[last..end]) || OpensTurn(text, next)))
            {
                split.Add(block.Part(new TextSpan(start, end)));
                start = next;
            }

            last = next;
        }

        split.Add(start == 0 ? block : block.Part(new TextSpan(start, text.Length)));
    }

    /// <summary>A speaker and a time, or a time alone.</summary>
    private static bool IsHeader(string line) => TurnOpening.Read(line) is { From: not null } opening && opening.Length == line.Length;

    private static bool OpensTurn(string text, int start)
    {
        const int LongestOpening = 120;
        return TurnOpening.Read(text.Substring(start, Math.Min(LongestOpening, text.Length - start))) is { From: not null, IsBracketed: true } or { From: not null, Label: not null };
    }

    private static int AfterSpace(string text, int at)
    {
        while (at < text.Length && text[at] == ' ')
        {
            at++;
        }

        return at;
    }
}
