using System.Buffers;
using System.Net;

namespace Lectures.Transcripts.Subtitles;

/// <summary>
/// Reads a line of a cue: tags, times between words, character references and the override codes of other subtitle formats are
/// markup, everything else is words. What only looks like markup ("5 &lt; 6", "&amp; so on") stays.
/// </summary>
internal sealed class CueMarkup(SourceText source, CueText text)
{
    private static readonly SearchValues<char> Marks = SearchValues.Create("<&{\\");

    private static readonly SearchValues<char> OfTimes = SearchValues.Create("0123456789:.,");

    private readonly HashSet<string> names = new(StringComparer.Ordinal);

    /// <param name="line">In <see cref="SourceText.Lines"/>.</param>
    public void Read(int line)
    {
        var span = source.Lines[line];
        var words = source.Slice(span);
        var from = 0;
        for (var at = 0; ;)
        {
            var mark = words[at..].IndexOfAny(Marks);
            if (mark < 0)
            {
                break;
            }

            at += mark;
            var length = LengthAt(words[at..], out var meaning);
            if (length > 0)
            {
                text.Append(words[from..at], new TextSpan(span.Start + from, span.Start + at), line + 1);
                from = at + length;
                TakeVoice(words[at..from]);
                text.Append(meaning, new TextSpan(span.Start + at, span.Start + from), line + 1);
            }

            at += Math.Max(1, length);
        }

        text.Append(words[from..], new TextSpan(span.Start + from, span.End), line + 1);
    }

    /// <summary>How long the markup at the start of the text is, 0 where it is none, and which words it stands for.</summary>
    private static int LengthAt(ReadOnlySpan<char> text, out string meaning)
    {
        meaning = "";
        switch (text[0])
        {
            case '<':
                var tag = TagLength(text);
                meaning = text[..tag] is "<br>" or "<br/>" or "<br />" ? " " : "";
                return tag;
            case '&':
                return CharacterReferences.Read(text, out meaning);
            case '{':
                return OverrideLength(text);
            default:
                meaning = " ";
                return text.StartsWith("\\N", StringComparison.Ordinal) || text.StartsWith("\\h", StringComparison.Ordinal) ? 2 : 0;
        }
    }

    /// <summary>"&lt;i&gt;", "&lt;/c&gt;", "&lt;c.yellow&gt;", "&lt;v Mary&gt;", "&lt;font color=…&gt;" or a time.</summary>
    private static int TagLength(ReadOnlySpan<char> text)
    {
        var close = text[1..].IndexOfAny('<', '>') + 1;
        if (close < 2 || text[close] != '>')
        {
            return 0;
        }

        var inside = text[1..close];
        if (char.IsAsciiDigit(inside[0]))
        {
            return inside.Contains(':') && inside.IndexOfAnyExcept(OfTimes) < 0 ? close + 1 : 0;
        }

        inside = inside[0] == '/' ? inside[1..] : inside;
        var name = 0;
        while (name < inside.Length && char.IsAsciiLetterOrDigit(inside[name]))
        {
            name++;
        }

        return (name > 0 || close == 2) && (name == inside.Length || inside[name] is '.' or ' ' or '\t' or '/') ? close + 1 : 0;
    }

    /// <summary>"{\an8}" and the old "{i}".</summary>
    private static int OverrideLength(ReadOnlySpan<char> text)
    {
        if (text.Length < 3)
        {
            return 0;
        }

        if (text[1] == '\\')
        {
            var close = text[1..].IndexOfAny('{', '}') + 1;
            return close > 1 && text[close] == '}' ? close + 1 : 0;
        }

        var letter = text[1] == '/' ? 2 : 1;
        return text.Length > letter + 1 && text[letter] is 'b' or 'i' or 'u' or 's' && text[letter + 1] == '}' ? letter + 2 : 0;
    }

    private void TakeVoice(ReadOnlySpan<char> markup)
    {
        if (markup is "</v>")
        {
            text.SpokenBy(null);
        }
        else if (markup.StartsWith("<v", StringComparison.Ordinal) && markup[2] is ' ' or '\t' or '.')
        {
            var space = markup.IndexOfAny(' ', '\t');
            var name = space < 0 ? [] : markup[space..^1].Trim();
            text.SpokenBy(name.IsEmpty ? null : Name(name));
        }
    }

    private string Name(ReadOnlySpan<char> name)
    {
        if (name.Contains('&'))
        {
            return WebUtility.HtmlDecode(name.ToString()).Trim();
        }

        if (names.GetAlternateLookup<ReadOnlySpan<char>>().TryGetValue(name, out var known))
        {
            return known;
        }

        known = name.ToString();
        names.Add(known);
        return known;
    }
}
