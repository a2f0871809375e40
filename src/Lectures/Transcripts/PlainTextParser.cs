using Lectures.Transcripts.Spoken;

namespace Lectures.Transcripts;

/// <summary>
/// Reads text in the way lecture sites publish it: an optional title or byline, paragraphs, short lines as section headings, a line
/// that names the series, "Learn more about …" links, and a closing "Common Questions about …" section; or, of a conversation, speakers in
/// capitals before a colon.
/// </summary>
internal sealed class PlainTextParser : ITranscriptParser
{
    public bool Recognises(SourceText source) => true;

    public ParseResult Parse(SourceText source)
    {
        var builder = new TranscriptBuilder(source.File);
        var details = LectureDetails.None;
        var comments = new CommentLines();
        var layout = PlainTextLayout.Of(source);
        var labels = LabelsOf(source);
        var (closing, named) = (false, false);
        for (var i = 0; i < source.Lines.Count; i++)
        {
            var span = source.Lines[i];
            if (span.IsEmpty)
            {
                builder.BeginParagraph();
                continue;
            }

            var line = source.Slice(span);
            var lines = layout.LinesOfStatement(i);
            var statement = lines == 1 ? line : layout.Statement(i, lines);
            if (builder.IsEmpty && comments.TakesNamed(line))
            {
                builder.SetAsideOutside();
            }
            else if (builder.IsEmpty && LectureSite.Byline(statement) is { } speaker)
            {
                details = details with { Speaker = details.Speaker ?? speaker };
                i += SetAside(lines, builder.SetAsideOutside);
            }
            else if (LectureSite.SeriesLine(statement) is { } series)
            {
                details = details with { Series = details.Series ?? series };
                i += SetAside(lines, builder.SetAside);
            }
            else if (!source.Context.KeepBoilerplate && layout.MayBeginParagraph(i) && Boilerplate.IsLine(statement))
            {
                i += SetAside(lines, builder.SetAside);
            }
            else if (layout.MayBeginParagraph(i) && LectureSite.ClosingHeading(statement) is { } title)
            {
                // The closing heading repeats the title in full; a short first line may only be the site's name for it.
                details = details with { Title = title };
                builder.BeginSection(statement.ToString());
                closing = true;
                i += lines - 1;
            }
            else if (closing && layout.MayBeginParagraph(i) && LectureSite.ClosingQuestion(statement) is { } question)
            {
                builder.BeginSection(question);
                i += lines - 1;
            }
            else if (SpeakerLabels.TryRead(line, out var label, out var behind) && labels.Accepts(line[label.Start..label.End]))
            {
                builder.SpokenBy(labels.Shown(line[label.Start..label.End]));
                builder.BeginParagraph();
                builder.Append(line[behind..], span.Start + behind, i + 1);
            }
            else if (labels.StandsAbove(line) && i + 1 < source.Lines.Count && !source.Lines[i + 1].IsEmpty)
            {
                builder.SpokenBy(labels.Shown(line));
                builder.BeginParagraph();
                named = true;
            }
            else if (!named && layout.IsTitle(i) && details.Title is null && builder.IsEmpty)
            {
                details = details with { Title = line.ToString() };
                builder.SetAsideOutside();
            }
            else if (!named && layout.IsHeading(i))
            {
                builder.BeginSection(line.TrimEnd('.').ToString());
            }
            else if (layout.IsClosing(i))
            {
                builder.SetAside();
            }
            else
            {
                if (!layout.IsWrapped)
                {
                    builder.BeginParagraph();
                }

                builder.Append(line, span.Start, i + 1);
                named = false;
            }
        }

        return builder.IsEmpty
            ? new ParseResult.Rejected(source.File, null, "The file holds no spoken text. Put the lecture's words into it, or remove it.")
            : new ParseResult.Parsed(builder.Build(comments.Details.Or(details).Or(LectureDetails.None with { Speaker = labels.Only })));
    }

    private static SpeakerLabels LabelsOf(SourceText source)
    {
        var labels = new SpeakerLabels();
        var lines = 0;
        for (var i = 0; i < source.Lines.Count; i++)
        {
            var line = source.Slice(source.Lines[i]);
            lines += line.IsEmpty ? 0 : 1;
            if ((i == 0 || source.Lines[i - 1].IsEmpty) && i + 1 < source.Lines.Count && !source.Lines[i + 1].IsEmpty)
            {
                labels.CountAbove(line);
            }

            if (SpeakerLabels.TryRead(line, out var label, out _))
            {
                labels.Count(line[label.Start..label.End]);
            }
        }

        labels.TakesMixedCase = labels.All * 4 >= lines;
        labels.TakesNamesOnce = labels.All * 2 >= lines;
        return labels;
    }

    /// <returns>How many lines after the first were set aside with it.</returns>
    private static int SetAside(int lines, Action setLineAside)
    {
        for (var i = 0; i < lines; i++)
        {
            setLineAside();
        }

        return lines - 1;
    }
}
