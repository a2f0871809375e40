namespace Lectures.Transcripts.Documents;

/// <summary>Decides over a whole document which openings of its paragraphs are speakers and times, and which are the speaker's own words.</summary>
internal sealed class TurnOpenings
{
    private const int Repeated = 2;

    private readonly Dictionary<string, int> labels = new(StringComparer.Ordinal);
    private readonly int bareTimes;

    public TurnOpenings(IEnumerable<DocumentBlock> blocks)
    {
        foreach (var block in blocks.Where(static block => block.Heading == 0 && !block.IsEmpty))
        {
            var opening = TurnOpening.Read(block.ToString());
            bareTimes += opening.From is not null && !opening.IsBracketed ? 1 : 0;
            if (opening.Label is { } label)
            {
                labels[label] = labels.GetValueOrDefault(label) + 1;
            }
        }
    }

    /// <summary>What opens the block for certain; the length is that of what is not spoken.</summary>
    public TurnOpening Of(DocumentBlock block, string text)
    {
        var opening = TurnOpening.Read(text);
        if (opening.From is not null && !opening.IsBracketed && bareTimes < Repeated)
        {
            return default;
        }

        if (opening.Label is null || IsSpeaker(opening.Label, opening, block))
        {
            return opening;
        }

        return opening.MarkLength > 0 ? opening with { Label = null, Length = opening.MarkLength } : default;
    }

    private bool IsSpeaker(string label, TurnOpening opening, DocumentBlock block) =>
        opening.LabelHasTime
        || labels.GetValueOrDefault(label) >= Repeated
        || (block.BoldStart >= opening.LabelEnd && block.BoldStart <= opening.LabelEnd + 1)
        || (label.Any(char.IsUpper) && !label.Any(char.IsLower));
}
