using System.Buffers;

namespace Lectures.Transcripts.Subtitles;

/// <summary>
/// The words of a file's cues without markup, one after the other, each run with its place in the file. Lines are parted by one
/// space and have none around them. The characters are borrowed: an hour of them is too large an array to make anew for each file.
/// </summary>
internal sealed class CueText : IDisposable
{
    private readonly List<SourceRun> runs = [];
    private readonly List<int> lineStarts = [];
    private readonly List<(int At, string? Name)> voices = [];
    private readonly List<ShownCue> cues = [];
    private readonly char[] text;
    private int length;
    private bool inLine;

    /// <param name="longest">No more characters than this can come: markup only shortens.</param>
    private CueText(int longest) => text = ArrayPool<char>.Shared.Rent(longest);

    /// <summary>Those with words, in the order of their times.</summary>
    public IReadOnlyList<ShownCue> Cues => cues;

    public IReadOnlyList<SourceRun> Runs => runs;

    /// <summary>Where lines begin.</summary>
    public IReadOnlyList<int> LineStarts => lineStarts;

    /// <summary>From where on whom a voice tag names; null where it names nobody any more.</summary>
    public IReadOnlyList<(int At, string? Name)> Voices => voices;

    public static CueText Of(SourceText source, IReadOnlyList<FoundCue> found)
    {
        var text = new CueText(source.Text.Length + 1);
        var markup = new CueMarkup(source, text);
        foreach (var cue in found)
        {
            text.Add(cue, source, markup);
        }

        return text;
    }

    public char this[int at] => text[at];

    public ReadOnlySpan<char> Slice(TextSpan span) => text.AsSpan(span.Start, span.Length);

    /// <summary>Adds words of a line, in whatever spelling they stand in the source.</summary>
    public void Append(ReadOnlySpan<char> words, TextSpan source, int line)
    {
        if (!inLine)
        {
            var blank = 0;
            while (blank < words.Length && IsBlank(words[blank]))
            {
                blank++;
            }

            source = source.Length == words.Length ? source with { Start = source.Start + blank } : source;
            words = words[blank..];
            if (words.IsEmpty)
            {
                return;
            }

            if (length > 0)
            {
                text[length++] = ' ';
            }

            lineStarts.Add(length);
            inLine = true;
        }

        if (!words.IsEmpty)
        {
            words.CopyTo(text.AsSpan(length));
            runs.Add(new SourceRun(new TextSpan(length, length + words.Length), source, line));
            length += words.Length;
        }
    }

    /// <summary>The words from here on are this speaker's.</summary>
    public void SpokenBy(string? name) => voices.Add((length, name));

    public void Dispose() => ArrayPool<char>.Shared.Return(text);

    private void Add(FoundCue found, SourceText source, CueMarkup markup)
    {
        // A voice lasts no longer than its cue (WebVTT, 6.4).
        if (voices.Count > 0 && voices[^1].Name is not null)
        {
            SpokenBy(null);
        }

        if (found.Speaker is not null)
        {
            SpokenBy(found.Speaker);
        }

        var firstLine = lineStarts.Count;
        for (var i = found.FirstLine; i < found.EndLine; i++)
        {
            if (!source.Lines[i].IsEmpty)
            {
                markup.Read(i);
                EndLine();
            }
        }

        if (lineStarts.Count > firstLine)
        {
            var place = new TextSpan(source.Lines[found.FirstLine].Start, source.Lines[found.EndLine - 1].End);
            cues.Add(new ShownCue(found.Start, found.End, new TextSpan(lineStarts[firstLine], length), firstLine, lineStarts.Count, place));
        }
    }

    private void EndLine()
    {
        if (!inLine)
        {
            return;
        }

        inLine = false;
        while (IsBlank(text[length - 1]))
        {
            length--;
            var last = runs[^1];
            var words = last.Text with { End = length };
            var place = last.Source.Length == last.Text.Length ? last.Source with { End = last.Source.End - 1 } : last.Source;
            runs.RemoveAt(runs.Count - 1);
            if (!words.IsEmpty)
            {
                runs.Add(last with { Text = words, Source = place });
            }
        }
    }

    /// <summary>White space, and the invisible characters that caption editors leave in empty lines.</summary>
    private static bool IsBlank(char c) => char.IsWhiteSpace(c) || c is '\u200B' or '\u2060' or '\uFEFF';
}
