using System.Buffers;
using Lectures.Transcripts.Spoken;

namespace Lectures.Transcripts.Subtitles;

/// <summary>Recognises how captions name a speaker before the words: "&gt;&gt; MARY: …", "DR. OKAFOR: …", "Speaker 2: …".</summary>
/// <param name="everywhere">Whether the file names somebody in front of most cues, as meeting recorders do: "Mary Jones: …".</param>
/// <param name="labels">What stands in front of more than one cue, where it does so in front of most: people call themselves "iPhone (2)" and "jdoe42".</param>
internal sealed class SpeakerNames(bool everywhere, IReadOnlySet<string> labels)
{
    private const int LongestName = 40;
    private const int MostWords = 4;

    private static readonly SearchValues<char> OfSentences = SearchValues.Create("?!;\"“”");

    public static SpeakerNames Of(CueText text)
    {
        var named = 0;
        var counts = new Dictionary<string, int>(StringComparer.Ordinal);
        foreach (var cue in text.Cues)
        {
            var words = text.Slice(cue.Text);
            if (Before(words) is var name and > 0 && IsLabel(words[..name]))
            {
                named++;
                var label = words[..name].ToString();
                counts[label] = counts.GetValueOrDefault(label) + 1;
            }
        }

        var everywhere = named >= 3 && named * 5 >= text.Cues.Count * 3 && counts.Count < named;
        var all = everywhere && named * 10 >= text.Cues.Count * 9;
        return new SpeakerNames(everywhere, everywhere ? counts.Where(label => all || label.Value > 1).Select(static label => label.Key).ToHashSet(StringComparer.Ordinal) : new HashSet<string>());
    }

    /// <summary>
    /// The length of a mark at the start of the words, and of the white space after it; 0 where there is none. "&gt;&gt;" marks a new
    /// speaker, who may be named after it, "&gt;&gt;&gt;" a new topic.
    /// </summary>
    public static int MarkLength(ReadOnlySpan<char> words, out bool ofSpeaker)
    {
        var marks = words.IndexOfAnyExcept('>') is var other and >= 0 ? other : words.Length;
        ofSpeaker = marks == 2;
        if (marks < 2)
        {
            return 0;
        }

        return words.Length - words[marks..].TrimStart().Length;
    }

    /// <summary>The length of a dash that opens a turn, "- Who was at the gate?", with the white space after it and a name in brackets; 0 where none does.</summary>
    /// <param name="speaker">Null where nobody is named.</param>
    public static int DashLength(ReadOnlySpan<char> words, out string? speaker)
    {
        speaker = null;
        if (words[0] is not ('-' or '–' or '—'))
        {
            return 0;
        }

        var rest = words[1..].TrimStart(' ');
        if (rest.IsEmpty || !(char.IsUpper(rest[0]) || rest[0] is '[' or '(' or '"' or '“' or '♪' or '¿' or '¡'))
        {
            return 0;
        }

        var close = rest[0] == '[' ? rest.IndexOf(']') : -1;
        if (close > 1 && close + 1 < rest.Length && SoundMarks.At(rest, 0).IsEmpty && IsName(rest[1..close]) && !IsCapitals(rest[1..close]))
        {
            speaker = rest[1..close].ToString();
            rest = rest[(close + 1)..].TrimStart(' ');
        }

        return words.Length - rest.Length;
    }

    /// <summary>Where the words of this speaker end: before the next mark inside of them.</summary>
    public static int EndOfTurn(ReadOnlySpan<char> words)
    {
        var mark = words.IndexOf(" >>", StringComparison.Ordinal);
        return mark < 0 ? words.Length : mark;
    }

    /// <summary>The length of the name in front of the words, without its colon; 0 where nobody is named.</summary>
    /// <param name="marked">Whether a mark of a new speaker stands before the words.</param>
    /// <param name="startsSentence">Whether the words before these end a sentence, or there are none.</param>
    public int NameLength(ReadOnlySpan<char> words, bool marked, bool startsCue, bool startsSentence)
    {
        var length = Before(words);
        if (length == 0)
        {
            return 0;
        }

        var name = words[..length];
        var named = IsNumbered(name)
            || (startsCue && everywhere && labels.Contains(name.ToString()))
            || (IsName(name) && ((startsCue && everywhere)
                || (marked && (IsCapitals(name) || name.Contains(' ')))
                || (startsSentence && IsCapitals(name) && !IsCapitals(words[length..]))));
        return named ? length : 0;
    }

    /// <summary>The length of what stands before a colon that words follow.</summary>
    private static int Before(ReadOnlySpan<char> words)
    {
        var colon = words[..Math.Min(words.Length, LongestName + 1)].IndexOf(':');
        return colon > 0 && (colon + 1 == words.Length || words[colon + 1] == ' ') ? colon : 0;
    }

    private static bool IsNumbered(ReadOnlySpan<char> name) => IsNumbered(name, "Speaker") || IsNumbered(name, "spk");

    private static bool IsNumbered(ReadOnlySpan<char> name, string word) =>
        name.StartsWith(word, StringComparison.OrdinalIgnoreCase)
        && name[word.Length..].TrimStart(" _") is { IsEmpty: false } number
        && number.IndexOfAnyExceptInRange('0', '9') < 0;

    /// <summary>Whether a meeting's recorder may have put it there: anything but a piece of a sentence.</summary>
    private static bool IsLabel(ReadOnlySpan<char> words) =>
        char.IsLetterOrDigit(words[0]) && words.Count(' ') < 6 && words.IndexOfAny(OfSentences) < 0 && words.IndexOf(". ", StringComparison.Ordinal) is < 0 or < 5;

    private static bool IsName(ReadOnlySpan<char> name)
    {
        var words = 0;
        foreach (var range in name.Split(' '))
        {
            var word = name[range].TrimStart("([");
            if (++words > MostWords || word.IsEmpty || !(char.IsUpper(word[0]) || char.IsAsciiDigit(word[0])))
            {
                return false;
            }

            foreach (var c in word)
            {
                if (!char.IsLetterOrDigit(c) && c is not ('.' or '\'' or '’' or '-' or ')' or ']' or '_'))
                {
                    return false;
                }
            }
        }

        return true;
    }

    private static bool IsCapitals(ReadOnlySpan<char> text)
    {
        var capitals = 0;
        foreach (var c in text[..Math.Min(text.Length, 2 * LongestName)])
        {
            if (char.IsLower(c))
            {
                return false;
            }

            capitals += char.IsUpper(c) ? 1 : 0;
        }

        return capitals > 1;
    }
}
