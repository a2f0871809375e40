using Lectures.Transcripts.Spoken;

namespace Lectures.Transcripts.Documents;

/// <summary>Decides over a whole document which openings of its paragraphs are speakers and times, and which are the speaker's own words.</summary>
internal sealed class TurnOpenings
{
    private const int Repeated = 2;

    private readonly Dictionary<string, int> labels = new(StringComparer.Ordinal);
    private readonly int bareTimes;
    private readonly int turns;
    private readonly bool takesNamesOnce;

    public TurnOpenings(IEnumerable<DocumentBlock> blocks)
    {
        var (paragraphs, labelled) = (0, 0);
        foreach (var block in blocks.Where(static block => block.Heading == 0 && !block.IsEmpty))
        {
            var opening = TurnOpening.Read(block.ToString());
            bareTimes += opening.From is not null && !opening.IsBracketed ? 1 : 0;
            turns += opening is { From: not null, Label: not null } ? 1 : 0;
            paragraphs++;
            if (opening.Label is { } label)
            {
                labelled++;
                labels[label] = labels.GetValueOrDefault(label) + 1;
            }
        }

        takesNamesOnce = labelled > Repeated && labelled * 2 >= paragraphs;
    }

    /// <summary>Speakers with their times open paragraphs: what stands above the first of them is not spoken.</summary>
    public bool AreTurns => turns >= Repeated;

    /// <summary>What opens the block for certain; the length is that of what is not spoken.</summary>
    public TurnOpening Of(DocumentBlock block, string text)
    {
        var opening = TurnOpening.Read(text);
        if (opening.From is not null && !opening.IsBracketed && bareTimes < Repeated)
        {
            return default;
        }

        if (opening.Label is null && BoldName(block, text, opening.MarkLength) is { } name)
        {
            return opening with { Label = name.TrimEnd(':'), LabelEnd = opening.MarkLength + name.Length, Length = opening.MarkLength + name.Length };
        }

        if (opening.Label is null || IsSpeaker(opening.Label, opening, block))
        {
            return opening;
        }

        return opening.MarkLength > 0 ? opening with { Label = null, Length = opening.MarkLength } : default;
    }

    /// <summary>"[00:03] Jane Doe The wool went": the name behind a time that only its print tells from the words.</summary>
    private static string? BoldName(DocumentBlock block, string text, int time)
    {
        var end = time > 0 ? block.BoldEnd(time) : 0;
        return end > time && end < text.Length && TurnOpening.IsName(text.AsSpan(time, end - time).TrimEnd(':')) ? text[time..end] : null;
    }

    private bool IsSpeaker(string label, TurnOpening opening, DocumentBlock block) =>
        opening.LabelHasTime
        || (!SpeakerLabels.NamesNobody(label) && labels.GetValueOrDefault(label) >= (takesNamesOnce ? 1 : Repeated))
        || (block.BoldStart >= opening.LabelEnd && block.BoldStart <= opening.LabelEnd + 1)
        || (label.Any(char.IsUpper) && !label.Any(char.IsLower));
}
