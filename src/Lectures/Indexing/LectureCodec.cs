using System.Text;
using Lectures.Passages;
using Lectures.Transcripts;

namespace Lectures.Indexing;

/// <summary>A lecture as bytes in the index: the transcript with its spans as differences, so that an hour of cues stays small.</summary>
internal static class LectureCodec
{
    public static byte[] Write(IndexedLecture lecture)
    {
        var transcript = lecture.Transcript;
        var buffer = new MemoryStream(transcript.Text.Length + transcript.Text.Length / 4);
        using var to = new BinaryWriter(buffer, Encoding.UTF8);
        WriteLecture(to, transcript.Lecture);
        to.Write(transcript.Text);
        to.Write7BitEncodedInt(transcript.LinesSetAside);
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
        WriteList(to, lecture.Passages, static (to, passage, _) =>
        {
            to.Write7BitEncodedInt(passage.FirstSentence);
            to.Write7BitEncodedInt(passage.EndSentence - passage.FirstSentence);
            return 0;
        });
        to.Flush();
        return buffer.ToArray();
    }

    public static IndexedLecture Read(byte[] bytes, int offset, int length)
    {
        using var from = new BinaryReader(new MemoryStream(bytes, offset, length, writable: false), Encoding.UTF8);
        var lecture = ReadLecture(from);
        var text = from.ReadString();
        var setAside = from.Read7BitEncodedInt();
        var transcript = new Transcript
        {
            Lecture = lecture,
            Text = text,
            LinesSetAside = setAside,
            Sections = ReadList(from, static (from, last) =>
            {
                var heading = ReadOptional(from);
                var span = ReadSpan(from, last);
                return (new Section(heading, span), span.End);
            }),
            Paragraphs = ReadList(from, static (from, last) =>
            {
                var speaker = ReadOptional(from);
                var section = from.Read7BitEncodedInt();
                var span = ReadSpan(from, last);
                return (new Paragraph(span, section / 2, speaker, section % 2 == 1), span.End);
            }),
            Sentences = ReadList(from, static (from, last) =>
            {
                var span = ReadSpan(from, last);
                return (span, span.End);
            }),
            Cues = ReadList(from, static (from, last) =>
            {
                var start = TimeSpan.FromMilliseconds(from.Read7BitEncodedInt64());
                var end = start + TimeSpan.FromMilliseconds(from.Read7BitEncodedInt64());
                var span = ReadSpan(from, last);
                return (new Cue(span, start, end), span.End);
            }),
            Source = new SourceMap((SourceUnit)from.Read7BitEncodedInt(), ReadRuns(from)),
        };
        var ordinal = 0;
        var passages = ReadList(from, (from, _) =>
        {
            var first = from.Read7BitEncodedInt();
            return (new Passage(transcript, ordinal++, first, first + from.Read7BitEncodedInt()), 0);
        });
        return new IndexedLecture(transcript, passages);
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

    private static Lecture ReadLecture(BinaryReader from)
    {
        var (id, file, title, series, speaker) = (from.ReadString(), from.ReadString(), from.ReadString(), ReadOptional(from), ReadOptional(from));
        var (number, day, url, license) = (from.Read7BitEncodedInt(), from.Read7BitEncodedInt(), ReadOptional(from), ReadOptional(from));
        return new Lecture
        {
            Id = new LectureId(id),
            File = file,
            Title = title,
            Series = series,
            Speaker = speaker,
            Number = number == 0 ? null : number - 1,
            Date = day == 0 ? null : DateOnly.FromDayNumber(day - 1),
            Url = url is null ? null : new Uri(url),
            License = license,
        };
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

    private static SourceRun[] ReadRuns(BinaryReader from)
    {
        var runs = new SourceRun[from.Read7BitEncodedInt()];
        var (text, source, line) = (0, 0, 0);
        for (var i = 0; i < runs.Length; i++)
        {
            var span = ReadSpan(from, text);
            var start = source + ReadSigned(from);
            var end = start + span.Length + ReadSigned(from);
            line += ReadSigned(from);
            runs[i] = new SourceRun(span, new TextSpan(start, end), line);
            (text, source) = (span.End, end);
        }

        return runs;
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

    private static T[] ReadList<T>(BinaryReader from, Func<BinaryReader, int, (T Item, int End)> read)
    {
        var items = new T[from.Read7BitEncodedInt()];
        var last = 0;
        for (var i = 0; i < items.Length; i++)
        {
            (items[i], last) = read(from, last);
        }

        return items;
    }

    private static int WriteSpan(BinaryWriter to, TextSpan span, int last)
    {
        WriteSigned(to, span.Start - last);
        to.Write7BitEncodedInt(span.Length);
        return span.End;
    }

    private static TextSpan ReadSpan(BinaryReader from, int last)
    {
        var start = last + ReadSigned(from);
        return new TextSpan(start, start + from.Read7BitEncodedInt());
    }

    private static void WriteSigned(BinaryWriter to, int value) => to.Write7BitEncodedInt((value << 1) ^ (value >> 31));

    private static int ReadSigned(BinaryReader from)
    {
        var value = (uint)from.Read7BitEncodedInt();
        return (int)(value >> 1) ^ -(int)(value & 1);
    }

    private static void WriteOptional(BinaryWriter to, string? value) => to.Write(value ?? "");

    private static string? ReadOptional(BinaryReader from) => from.ReadString() is { Length: > 0 } value ? value : null;
}
