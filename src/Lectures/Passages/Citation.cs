using System.Globalization;
using Lectures.Transcripts;

namespace Lectures.Passages;

/// <summary>Where quoted words can be checked.</summary>
public sealed record Citation(string? Series, string Lecture, string? Speaker, string? Section, Citation.Place Where)
{
    public static Citation Of(Passage passage, TextSpan span)
    {
        var transcript = passage.Transcript;
        var lecture = transcript.Lecture;
        var paragraph = transcript.ParagraphAt(span.Start);
        return new Citation(
            lecture.Series, lecture.Title, paragraph.Speaker ?? lecture.Speaker, transcript.Sections[paragraph.Section].Heading, PlaceOf(transcript, span));
    }

    private static Place PlaceOf(Transcript transcript, TextSpan span)
    {
        if (transcript.CueAt(span.Start) is { } first)
        {
            var last = transcript.CueAt(span.End - 1) ?? first;
            return new Place.Timecodes(first.Start, last.End, DeepLink(transcript.Lecture.Url, first.Start));
        }

        var (from, to) = transcript.Source.Lines(span);
        return transcript.Lecture.File.EndsWith(".docx", StringComparison.OrdinalIgnoreCase)
            ? new Place.Paragraphs(from, to, transcript.Lecture.Url)
            : new Place.Lines(from, to, transcript.Lecture.Url);
    }

    /// <summary>YouTube and its kin take a "t" parameter; other addresses a media fragment (W3C Media Fragments URI 1.0, 4.2.1).</summary>
    private static Uri? DeepLink(Uri? url, TimeSpan start)
    {
        if (url is null)
        {
            return null;
        }

        var seconds = ((long)start.TotalSeconds).ToString(CultureInfo.InvariantCulture);
        var address = new UriBuilder(url);
        if (url.Host is "youtu.be" || url.Host.EndsWith("youtube.com", StringComparison.OrdinalIgnoreCase))
        {
            address.Query = address.Query.Length > 1 ? $"{address.Query[1..]}&t={seconds}s" : $"t={seconds}s";
        }
        else
        {
            address.Fragment = $"t={seconds}";
        }

        return address.Uri;
    }

    /// <summary>The place within the lecture.</summary>
    public abstract record Place
    {
        private Place()
        {
        }

        /// <param name="Start">From the start of the recording.</param>
        /// <param name="Link">To the second, where the lecture has an address.</param>
        public sealed record Timecodes(TimeSpan Start, TimeSpan End, Uri? Link) : Place;

        /// <param name="First">In the source file, from 1.</param>
        public sealed record Lines(int First, int Last, Uri? Link) : Place;

        /// <summary>Of a Word document, which has no lines of its own.</summary>
        /// <param name="First">From 1.</param>
        public sealed record Paragraphs(int First, int Last, Uri? Link) : Place;
    }
}
