using System.Text;
using Lectures.Transcripts;

namespace Lectures.Indexing;

/// <summary>
/// A lecture as bytes in the index: the transcript with its spans as differences, so that an hour of cues stays small. Before the text stands where each passage
/// lies in it, so that one can be read without the others (<see cref="LectureReader"/>).
/// </summary>
internal static class LectureCodec
{
    public static byte[] Write(IndexedLecture lecture)
    {
        var transcript = lecture.Transcript;
        var buffer = new MemoryStream(transcript.Text.Length + transcript.Text.Length / 4);
        using var to = new BinaryWriter(buffer, Encoding.UTF8);
        WriteLecture(to, transcript.Lecture);
        to.Write7BitEncodedInt(transcript.LinesSetAside);
        WritePassages(to, lecture);
        to.Write(transcript.Text);
        WriteList(to, transcript.Sections, static (to, section, last) =>
        {
            WriteOptional(to, section.Heading);
            return WriteSpan(to, section.Span, last);
        });
        WriteList(to, transcript.Paragraphs, static (to, paragraph, last) =>
        {
            WriteOptional(to, paragraph.Speaker);
            to.Write7BitEncodedInt(paragraph.Section * 2 + (paragraph.FollowsGap ? 1 : 0));
            return WriteSpan(to, paragraph.Span, last);
        });
        WriteList(to, transcript.Sentences, static (to, sentence, last) => WriteSpan(to, sentence, last));
        WriteList(to, transcript.Cues, static (to, cue, last) =>
        {
            to.Write7BitEncodedInt64(cue.Start.Ticks / TimeSpan.TicksPerMillisecond);
            to.Write7BitEncodedInt64((cue.End - cue.Start).Ticks / TimeSpan.TicksPerMillisecond);
            return WriteSpan(to, cue.Span, last);
        });
        to.Write7BitEncodedInt((int)transcript.Source.Unit);
        WriteRuns(to, transcript.Source.Runs);
        to.Flush();
        return buffer.ToArray();
    }

    private static void WriteLecture(BinaryWriter to, Lecture lecture)
    {
        to.Write(lecture.Id.Value);
        to.Write(lecture.File);
        to.Write(lecture.Title);
        WriteOptional(to, lecture.Series);
        WriteOptional(to, lecture.Speaker);
        to.Write7BitEncodedInt(lecture.Number is { } number ? number + 1 : 0);
        to.Write7BitEncodedInt(lecture.Date is { } date ? date.DayNumber + 1 : 0);
        WriteOptional(to, lecture.Url?.AbsoluteUri);
        WriteOptional(to, lecture.License);
    }

    /// <summary>Of each its sentences, its place in the text, and its place in the text's UTF-8.</summary>
    private static void WritePassages(BinaryWriter to, IndexedLecture lecture)
    {
        var text = lecture.Transcript.Text;
        var (counted, bytes, lastByte) = (0, 0, 0);
        WriteList(to, lecture.Passages, (to, passage, last) =>
        {
            var span = passage.Span;
            to.Write7BitEncodedInt(passage.FirstSentence);
            to.Write7BitEncodedInt(passage.EndSentence - passage.FirstSentence);
            bytes += Encoding.UTF8.GetByteCount(text.AsSpan(counted..span.Start));
            counted = span.Start;
            var length = Encoding.UTF8.GetByteCount(text.AsSpan(span.Start..span.End));
            lastByte = WriteSpan(to, new TextSpan(bytes, bytes + length), lastByte);
            return WriteSpan(to, span, last);
        });
    }

    private static void WriteRuns(BinaryWriter to, IReadOnlyList<SourceRun> runs)
    {
        to.Write7BitEncodedInt(runs.Count);
        var (text, source, line) = (0, 0, 0);
        foreach (var run in runs)
        {
            text = WriteSpan(to, run.Text, text);
            WriteSigned(to, run.Source.Start - source);
            WriteSigned(to, run.Source.Length - run.Text.Length);
            WriteSigned(to, run.Line - line);
            (source, line) = (run.Source.End, run.Line);
        }
    }

    /// <summary>Each item is written against the end of the one before it, which the callback returns.</summary>
    private static void WriteList<T>(BinaryWriter to, IReadOnlyList<T> items, Func<BinaryWriter, T, int, int> write)
    {
        to.Write7BitEncodedInt(items.Count);
        var last = 0;
        foreach (var item in items)
        {
            last = write(to, item, last);
        }
    }

    private static int WriteSpan(BinaryWriter to, TextSpan span, int last)
    {
        WriteSigned(to, span.Start - last);
        to.Write7BitEncodedInt(span.Length);
        return span.End;
    }

    private static void WriteSigned(BinaryWriter to, int value) => to.Write7BitEncodedInt((value << 1) ^ (value >> 31));

    private static void WriteOptional(BinaryWriter to, string? value) => to.Write(value ?? "");
}
