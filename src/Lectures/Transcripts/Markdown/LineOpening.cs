using Lectures.Transcripts.Documents;

namespace Lectures.Transcripts.Markdown;

/// <summary>People write turn under turn without blank lines between; to Markdown that is one paragraph.</summary>
internal static class LineOpening
{
    private const int LongestLabel = 80;

    public static bool IsTurn(string text, TextSpan before, TextSpan line)
    {
        var start = text.AsSpan(line.Start, Math.Min(LongestLabel, line.Length));
        if (start.StartsWith("**", StringComparison.Ordinal))
        {
            return start[2..].Contains(":**", StringComparison.Ordinal) || start[2..].Contains("**:", StringComparison.Ordinal);
        }

        var last = text.AsSpan(before.Start, before.Length);
        return (last.EndsWith("  ", StringComparison.Ordinal) || last.TrimEnd() is [.., '.' or '!' or '?' or '…' or '"' or '”' or ')' or '\\'])
            && TurnOpening.Read(start.ToString()) is { Label: not null } opening && opening.Length < line.Length;
    }
}
