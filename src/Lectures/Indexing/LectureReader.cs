using System.Text;
using Lectures.Passages;
using Lectures.Transcripts;

namespace Lectures.Indexing;

/// <summary>
/// Reads what <see cref="LectureCodec"/> wrote: a whole lecture, or one passage with as much of its transcript as belongs to it. An answer quotes three passages,
/// and a lecture of an hour is a hundred of them, half a megabyte of text and cues.
/// </summary>
internal ref struct LectureReader
{
    private StoredBytes from;

    private LectureReader(ReadOnlySpan<byte> stored) => from = new StoredBytes(stored);

    public static IndexedLecture Whole(ReadOnlySpan<byte> stored)
    {
        var reader = new LectureReader(stored);
        var (lecture, setAside) = (reader.ReadLecture(), reader.from.ReadInt());
        var places = reader.ReadPassages();
        var transcript = reader.ReadTranscript(lecture, setAside, null);
        return new IndexedLecture(transcript, [.. places.Select((place, ordinal) => new Passage(transcript, ordinal, place.FirstSentence, place.FirstSentence + place.Sentences))]);
    }

    /// <returns>
    /// The passage; its transcript holds its text alone, from which all offsets count, its sentences, and the paragraphs, cues and runs of the source that it touches: they
    /// reach as far beyond as they do in the whole.
    /// </returns>
    public static Passage One(ReadOnlySpan<byte> stored, int ordinal)
    {
        var reader = new LectureReader(stored);
        var (lecture, setAside) = (reader.ReadLecture(), reader.from.ReadInt());
        var place = reader.ReadPassages()[ordinal];
        return new Passage(reader.ReadTranscript(lecture, setAside, place), ordinal, 0, place.Sentences);
    }

    private Transcript ReadTranscript(Lecture lecture, int setAside, PassagePlace? only)
    {
        var text = from.ReadBytes();
        var window = only?.Text;
        return new Transcript
        {
            Lecture = lecture,
            Text = Encoding.UTF8.GetString(only is { } place ? text[place.Bytes.Start..place.Bytes.End] : text),
            LinesSetAside = setAside,
            Sections = ReadSections(window?.Start ?? 0),
            Paragraphs = ReadParagraphs(window),
            Sentences = ReadSentences(window),
            Cues = ReadCues(window),
            Source = new SourceMap((SourceUnit)from.ReadInt(), ReadRuns(window)),
        };
    }

    private Lecture ReadLecture()
    {
        var (id, file, title, series, speaker) = (from.ReadString(), from.ReadString(), from.ReadString(), from.ReadOptional(), from.ReadOptional());
        var (number, day, url, license) = (from.ReadInt(), from.ReadInt(), from.ReadOptional(), from.ReadOptional());
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

    private PassagePlace[] ReadPassages()
    {
        var places = new PassagePlace[from.ReadInt()];
        var (lastByte, last) = (0, 0);
        foreach (ref var place in places.AsSpan())
        {
            place = new PassagePlace(from.ReadInt(), from.ReadInt(), from.ReadSpan(lastByte), from.ReadSpan(last));
            (lastByte, last) = (place.Bytes.End, place.Text.End);
        }

        return places;
    }

    /// <summary>All of them: paragraphs say by their place among them where they belong, and they are few.</summary>
    private Section[] ReadSections(int start)
    {
        var sections = new Section[from.ReadInt()];
        var last = 0;
        foreach (ref var section in sections.AsSpan())
        {
            var heading = from.ReadOptional();
            var span = from.ReadSpan(last);
            (section, last) = (new Section(heading, span.Moved(-start)), span.End);
        }

        return sections;
    }

    private Paragraph[] ReadParagraphs(TextSpan? window)
    {
        var kept = new Kept<Paragraph>(from.ReadInt(), window);
        for (var last = 0; kept.MoveNext();)
        {
            var speaker = from.ReadOptional();
            var section = from.ReadInt();
            var span = from.ReadSpan(last);
            last = span.End;
            if (kept.Takes(span))
            {
                kept.Add(new Paragraph(span.Moved(-kept.Start), section / 2, speaker, section % 2 == 1));
            }
        }

        return kept.ToArray();
    }

    private TextSpan[] ReadSentences(TextSpan? window)
    {
        var kept = new Kept<TextSpan>(from.ReadInt(), window);
        for (var last = 0; kept.MoveNext();)
        {
            var span = from.ReadSpan(last);
            last = span.End;
            if (kept.Takes(span))
            {
                kept.Add(span.Moved(-kept.Start));
            }
        }

        return kept.ToArray();
    }

    private Cue[] ReadCues(TextSpan? window)
    {
        var kept = new Kept<Cue>(from.ReadInt(), window);
        for (var last = 0; kept.MoveNext();)
        {
            var start = TimeSpan.FromMilliseconds(from.ReadLong());
            var end = start + TimeSpan.FromMilliseconds(from.ReadLong());
            var span = from.ReadSpan(last);
            last = span.End;
            if (kept.Takes(span))
            {
                kept.Add(new Cue(span.Moved(-kept.Start), start, end));
            }
        }

        return kept.ToArray();
    }

    private SourceRun[] ReadRuns(TextSpan? window)
    {
        var kept = new Kept<SourceRun>(from.ReadInt(), window);
        for (var (text, source, line) = (0, 0, 0); kept.MoveNext();)
        {
            var span = from.ReadSpan(text);
            var start = source + from.ReadSigned();
            var end = start + span.Length + from.ReadSigned();
            line += from.ReadSigned();
            (text, source) = (span.End, end);
            if (kept.Takes(span))
            {
                kept.Add(new SourceRun(span.Moved(-kept.Start), new TextSpan(start, end), line));
            }
        }

        return kept.ToArray();
    }

    /// <param name="Sentences">How many.</param>
    /// <param name="Bytes">In the text's UTF-8.</param>
    private readonly record struct PassagePlace(int FirstSentence, int Sentences, TextSpan Bytes, TextSpan Text);

    /// <summary>Of items in text order all, or those that a window touches: the last one that starts at or before it, and what starts inside.</summary>
    private struct Kept<T>(int count, TextSpan? window)
    {
        private readonly List<T> items = new(window is null ? count : 0);
        private int left = count;

        /// <summary>Of the window.</summary>
        public readonly int Start => window?.Start ?? 0;

        public bool MoveNext() => left-- > 0;

        public readonly bool Takes(TextSpan span)
        {
            if (window is { } some && span.Start <= some.Start)
            {
                items.Clear();
            }

            return window is null || span.Start < window.Value.End;
        }

        public readonly void Add(T item) => items.Add(item);

        public readonly T[] ToArray() => [.. items];
    }
}
