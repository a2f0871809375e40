using Lectures.Transcripts.Spoken;

namespace Lectures.Transcripts.Documents;

/// <summary>
/// Turns the headings and paragraphs of a document into a transcript: finds the title, sets byline, series line and links aside,
/// takes speakers and times from where paragraphs open, and places every word.
/// </summary>
/// <param name="lineAt">The line, from 1, at a place of the source.</param>
internal sealed class DocumentWriter(string file, SourceUnit unit, Func<int, int> lineAt, ReadingContext context)
{
    private readonly TranscriptBuilder builder = new(file, unit);
    private readonly TranscriptHead head = new();
    private bool begun;
    private bool closing;
    private bool timePending;
    private bool turnPending;
    private bool sentenceOpen;

    /// <summary>Null where the document holds no spoken words.</summary>
    /// <param name="told">What the document says of its lecture on purpose.</param>
    /// <param name="guessed">What it says by the way; counts where nothing else tells.</param>
    public Transcript? Write(IReadOnlyList<DocumentBlock> document, LectureDetails told, LectureDetails guessed)
    {
        var blocks = BlockLines.Split(TableRows.Read(document));
        var details = told;
        var openings = new TurnOpenings(blocks);
        var title = openings.AreTurns && blocks.All(static block => block.Heading == 0) ? null : DocumentTitle.Of(blocks);
        foreach (var block in blocks)
        {
            var text = block.ToString();
            details = block switch
            {
                _ when block == title || (block.Heading > 0 && DocumentTitle.Repeats(text, details.Title)) => WriteTitle(text, details),
                { IsEmpty: true } => WriteMarks(block, details),
                { Heading: > 0 } => WriteHeading(block, text, details),
                _ when openings.AreTurns && IsHead(block, text, openings) => details,
                _ => WriteParagraph(block, text, openings, details),
            };
        }

        return builder.IsEmpty ? null : builder.Build(details.Or(head.Details).Or(guessed));
    }

    /// <summary>What services put above the first turn: title, date, key words, who speaks.</summary>
    private bool IsHead(DocumentBlock block, string text, TurnOpenings openings)
    {
        begun |= block.Speaker is not null || block.Times.Count > 0 || !builder.IsEmpty || openings.Of(block, text) is { From: not null } or { Label: not null };
        if (begun || !head.Read(text))
        {
            begun = true;
            return false;
        }

        builder.SetAsideOutside();
        return true;
    }

    private LectureDetails WriteTitle(string text, LectureDetails details)
    {
        builder.SetAsideOutside();
        return details with { Title = details.Title ?? text };
    }

    private LectureDetails WriteHeading(DocumentBlock block, string text, LectureDetails details)
    {
        var heading = HeadingTime.Take(text, out var time);
        if ((time ?? (block.Times.Count > 0 ? block.Times[0].Time : null)) is { } start)
        {
            builder.BeginCue(start);
        }

        builder.BeginSection(heading);
        if (LectureSite.ClosingHeading(heading) is { } title)
        {
            closing = true;
            return details with { Title = details.Title ?? title };
        }

        return details;
    }

    /// <summary>A speaker or a time on a line of its own.</summary>
    private LectureDetails WriteMarks(DocumentBlock block, LectureDetails details)
    {
        if (block.Speaker is { } speaker)
        {
            builder.SpokenBy(speaker);
            turnPending = true;
        }

        foreach (var (_, time) in block.Times)
        {
            builder.BeginCue(time);
            timePending = true;
        }

        return details;
    }

    private LectureDetails WriteParagraph(DocumentBlock block, string text, TurnOpenings openings, LectureDetails details)
    {
        if (builder.IsEmpty && LectureSite.Byline(text) is { } author)
        {
            builder.SetAsideOutside();
            return details with { Speaker = details.Speaker ?? author };
        }

        if (LectureSite.SeriesLine(text) is { } series)
        {
            builder.SetAside();
            return details with { Series = details.Series ?? series };
        }

        if (!context.KeepBoilerplate && Boilerplate.IsLine(text))
        {
            builder.SetAside();
            return details;
        }

        if (closing && LectureSite.ClosingQuestion(text) is { } question)
        {
            builder.BeginSection(question);
            return details;
        }

        if (block.IsBold && DocumentTitle.ReadsLikeHeading(text) && openings.Of(block, text).Label is null)
        {
            builder.BeginSection(text);
            return details;
        }

        WriteSpoken(block, text, openings);
        return details;
    }

    private void WriteSpoken(DocumentBlock block, string text, TurnOpenings openings)
    {
        var opening = openings.Of(block, text);
        var named = block.Speaker ?? opening.Label;
        var timed = timePending || opening.From is not null || block.Times is [{ At: 0 }, ..];

        // Pages that show a cue a line break sentences over paragraphs.
        if (named is not null || turnPending || !timed || !sentenceOpen)
        {
            builder.BeginParagraph();
        }

        if (named is not null)
        {
            builder.SpokenBy(named);
        }

        if (opening.From is { } from)
        {
            BeginCue(from, opening.To);
        }

        var start = opening.Length == 0 ? BulletLength(block, text) : opening.Length;
        var spoken = text.AsSpan(start).TrimEnd();
        (timePending, turnPending) = (timed && spoken.IsEmpty, (named is not null || turnPending) && spoken.IsEmpty);
        if (!spoken.IsEmpty)
        {
            new BlockPlacement(builder, block, text, lineAt).Place(start);
            sentenceOpen = spoken[^1] is not ('.' or '!' or '?' or '…' or '”' or '"' or '»' or ')' or '’' or ']');
        }
    }

    /// <summary>A list's mark that was typed, or a dash between a time and what is said.</summary>
    private static int BulletLength(DocumentBlock block, string text) =>
        text is ['·' or '•' or '▪' or '◦' or '●', ' ', ..] || (text is ['-' or '–' or '—', ' ', ..] && block.Times is [{ At: 0 }, ..]) ? 2 : 0;

    private void BeginCue(TimeSpan from, TimeSpan? to)
    {
        if (to is { } end)
        {
            builder.BeginCue(from, end);
        }
        else
        {
            builder.BeginCue(from);
        }
    }
}
