using System.Globalization;
using System.Text;
using Lectures.Transcripts;

namespace Bot.Tests.Lectures.Transcripts;

/// <summary>A transcript as readable text: what is known of the lecture, then its sections, paragraphs and sentences with their places.</summary>
internal static class TranscriptDump
{
    public static string Of(Transcript transcript)
    {
        var dump = new StringBuilder();
        WriteLecture(dump, transcript.Lecture);
        dump.Append(CultureInfo.InvariantCulture, $"set aside: {transcript.LinesSetAside}\n\n");
        for (var (section, paragraph, sentence) = (0, 0, 0); section < transcript.Sections.Count; section++)
        {
            dump.Append('#').Append(After(transcript.Sections[section].Heading)).Append('\n');
            for (; paragraph < transcript.Paragraphs.Count && transcript.Paragraphs[paragraph].Section == section; paragraph++)
            {
                dump.Append('@').Append(After(transcript.Paragraphs[paragraph].Speaker)).Append('\n');
                var end = transcript.Paragraphs[paragraph].Span.End;
                for (; sentence < transcript.Sentences.Count && transcript.Sentences[sentence].Start < end; sentence++)
                {
                    dump.Append(Sentence(transcript, transcript.Sentences[sentence])).Append('\n');
                }
            }
        }

        return dump.ToString();
    }

    /// <summary>"[m:ss] text" where the transcript has times, "(line) text" where it has none.</summary>
    public static string Sentence(Transcript transcript, TextSpan sentence)
    {
        var place = transcript.CueAt(sentence.Start) is { } cue
            ? $"[{Timecode.Write(cue.Start)}]"
            : string.Create(CultureInfo.InvariantCulture, $"({transcript.Source.Lines(sentence).First})");
        return $"{place} {sentence.In(transcript.Text)}";
    }

    private static void WriteLecture(StringBuilder dump, Lecture lecture)
    {
        var known = new (string Name, string? Value)[]
        {
            ("title", lecture.Title),
            ("series", lecture.Series),
            ("speaker", lecture.Speaker),
            ("number", lecture.Number?.ToString(CultureInfo.InvariantCulture)),
            ("date", lecture.Date?.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture)),
            ("url", lecture.Url?.AbsoluteUri),
            ("licence", lecture.License),
        };
        foreach (var (name, value) in known.Where(static detail => detail.Value is not null))
        {
            dump.Append(CultureInfo.InvariantCulture, $"{name}: {value}\n");
        }
    }

    private static string After(string? name) => name is null ? "" : $" {name}";
}
