namespace Lectures.Transcripts.Documents;

/// <summary>Writes a block's words to a transcript, each run with its place; times in the text begin cues and are left out.</summary>
internal readonly ref struct BlockPlacement(TranscriptBuilder builder, DocumentBlock block, string text, Func<int, int> lineAt)
{
    private readonly TranscriptBuilder builder = builder;
    private readonly DocumentBlock block = block;
    private readonly string text = text;
    private readonly Func<int, int> lineAt = lineAt;

    /// <param name="start">In the block's text: what stands before it is not spoken.</param>
    public void Place(int start)
    {
        var (at, run, time) = (start, 0, 0);
        while (at < text.Length)
        {
            while (time < block.Times.Count && block.Times[time].At <= at)
            {
                builder.BeginCue(block.Times[time++].Time);
            }

            var end = time < block.Times.Count ? Math.Min(block.Times[time].At, text.Length) : text.Length;
            var bracket = NextMark(at, end, out var from, out var to, out var length);
            PlaceWords(at, bracket, ref run);
            at = bracket;
            if (bracket < end)
            {
                builder.BeginCue(from, to ?? TimeSpan.MaxValue);
                at += length;
            }
        }

        for (; time < block.Times.Count; time++)
        {
            builder.BeginCue(block.Times[time].Time);
        }
    }

    private int NextMark(int at, int end, out TimeSpan from, out TimeSpan? to, out int length)
    {
        while (at < end)
        {
            var next = text.AsSpan(at, end - at).IndexOf('[');
            if (next < 0)
            {
                break;
            }

            at += next;
            if (SpokenTimes.StartsWithMark(text.AsSpan(at, end - at), out from, out to, out length))
            {
                return at;
            }

            at++;
        }

        (from, to, length) = (default, null, 0);
        return end;
    }

    private void PlaceWords(int start, int end, ref int run)
    {
        while (start < end && text[start] == ' ')
        {
            start++;
        }

        while (end > start && text[end - 1] == ' ')
        {
            end--;
        }

        while (run < block.Runs.Count && block.Runs[run].Words.End <= start)
        {
            run++;
        }

        for (var i = run; i < block.Runs.Count && block.Runs[i].Words.Start < end; i++)
        {
            var words = block.Runs[i].Words;
            var (part, place) = block.Runs[i].Part(new TextSpan(Math.Max(start, words.Start), Math.Min(end, words.End)));
            if (part.Start > start && text[part.Start - 1] != ' ')
            {
                builder.Continue(part.In(text), place, lineAt(place.Start));
            }
            else
            {
                builder.Append(part.In(text), place, lineAt(place.Start));
            }
        }
    }
}
