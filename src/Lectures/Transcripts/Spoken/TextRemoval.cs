namespace Lectures.Transcripts.Spoken;

/// <summary>A stretch of a transcript's text that is taken out.</summary>
/// <param name="IsGap">Words were set aside: what follows is not quoted together with what precedes. Else the stretch was markup between two turns.</param>
/// <param name="Speaker">Of the turn that begins behind markup; null where it names nobody.</param>
internal readonly record struct Removal(TextSpan Span, bool IsGap, string? Speaker = null);

/// <summary>Takes stretches out of a transcript and keeps all that points into its text in step. Paragraphs are parted there.</summary>
internal static class TextRemoval
{
    /// <param name="removals">In text order, without overlap, each inside a paragraph.</param>
    public static Transcript Apply(Transcript transcript, IReadOnlyList<Removal> removals)
    {
        var pieces = Pieces(transcript, removals);
        var text = string.Join('\n', pieces.Select(piece => piece.Old.In(transcript.Text)));
        var (sections, sectionOf) = Sections(transcript, pieces, text.Length);
        var paragraphs = pieces.Select(piece => piece.Paragraph with { Span = piece.New, Section = sectionOf[piece.Paragraph.Section] }).ToList();
        var cues = Cues(transcript, pieces, text.Length);
        return transcript with
        {
            Text = text,
            Sections = sections,
            Paragraphs = paragraphs,
            Cues = cues,
            Sentences = SentenceSplitter.Split(text, paragraphs, cues),
            Source = new SourceMap(transcript.Source.Unit, Runs(transcript.Source.Runs, pieces)),
            LinesSetAside = transcript.LinesSetAside + removals.Count(static removal => removal.IsGap),
        };
    }

    /// <summary>What stays, a paragraph each, with its old and new place.</summary>
    private static List<Piece> Pieces(Transcript transcript, IReadOnlyList<Removal> removals)
    {
        var pieces = new List<Piece>(transcript.Paragraphs.Count + removals.Count);
        var (next, gap) = (0, false);
        foreach (var paragraph in transcript.Paragraphs)
        {
            var (start, speaker) = (paragraph.Span.Start, paragraph.Speaker);
            gap |= paragraph.FollowsGap;
            while (next < removals.Count && removals[next].Span.Start < paragraph.Span.End)
            {
                var removal = removals[next++];
                var stands = Add(new TextSpan(start, removal.Span.Start));
                start = removal.Span.End;
                gap |= removal.IsGap;

                // A mark at the head of a paragraph belongs to the speaker whom the source names for it, if any.
                speaker = removal.IsGap || (!stands && removal.Speaker is null) ? speaker : removal.Speaker;
            }

            Add(new TextSpan(start, paragraph.Span.End));

            bool Add(TextSpan span)
            {
                var old = Spans.Trim(transcript.Text, span.Start, span.End);
                if (old.IsEmpty)
                {
                    return false;
                }

                var newStart = pieces.Count == 0 ? 0 : pieces[^1].New.End + 1;
                pieces.Add(new Piece(old, new TextSpan(newStart, newStart + old.Length), paragraph with { Speaker = speaker, FollowsGap = gap && pieces.Count > 0 }));
                gap = false;
                return true;
            }
        }

        return pieces;
    }

    private static List<SourceRun> Runs(IReadOnlyList<SourceRun> runs, List<Piece> pieces)
    {
        var kept = new List<SourceRun>(runs.Count + pieces.Count);
        var first = 0;
        foreach (var piece in pieces)
        {
            while (first < runs.Count && runs[first].Text.End <= piece.Old.Start)
            {
                first++;
            }

            for (var i = first; i < runs.Count && runs[i].Text.Start < piece.Old.End; i++)
            {
                var run = runs[i];
                var part = new TextSpan(Math.Max(run.Text.Start, piece.Old.Start), Math.Min(run.Text.End, piece.Old.End));
                var isUnchanged = run.Text.Length == run.Source.Length;
                var source = isUnchanged ? new TextSpan(run.Source.Start + part.Start - run.Text.Start, run.Source.Start + part.End - run.Text.Start) : run.Source;
                kept.Add(new SourceRun(new TextSpan(part.Start + piece.Shift, part.End + piece.Shift), source, run.Line));
            }
        }

        return kept;
    }

    private static List<Cue> Cues(Transcript transcript, List<Piece> pieces, int length)
    {
        var kept = new List<Cue>(transcript.Cues.Count);
        var at = 0;
        foreach (var cue in transcript.Cues)
        {
            while (at < pieces.Count && pieces[at].Old.End <= cue.Span.Start)
            {
                at++;
            }

            if (at < pieces.Count && pieces[at].Old.Start < cue.Span.End)
            {
                var start = Math.Max(cue.Span.Start, pieces[at].Old.Start) + pieces[at].Shift;
                kept.Add(cue with { Span = new TextSpan(start, length) });
            }
        }

        for (var i = 0; i + 1 < kept.Count; i++)
        {
            kept[i] = kept[i] with { Span = kept[i].Span with { End = kept[i + 1].Span.Start - 1 } };
        }

        return kept;
    }

    private static (List<Section> Sections, int[] Of) Sections(Transcript transcript, List<Piece> pieces, int length)
    {
        var of = new int[transcript.Sections.Count];
        var kept = new List<Section>();
        var last = -1;
        foreach (var piece in pieces)
        {
            if (piece.Paragraph.Section != last)
            {
                last = piece.Paragraph.Section;
                of[last] = kept.Count;
                kept.Add(transcript.Sections[last] with { Span = new TextSpan(piece.New.Start, length) });
            }
        }

        for (var i = 0; i + 1 < kept.Count; i++)
        {
            kept[i] = kept[i] with { Span = kept[i].Span with { End = kept[i + 1].Span.Start - 1 } };
        }

        return (kept, of);
    }

    private sealed record Piece(TextSpan Old, TextSpan New, Paragraph Paragraph)
    {
        public int Shift => New.Start - Old.Start;
    }
}
