namespace Lectures.Transcripts.Subtitles;

/// <summary>Recognises how captions name a speaker before the words: "&gt;&gt; MARY: …", "DR. OKAFOR: …", "Speaker 2: …".</summary>
/// <param name="everywhere">Whether the file names somebody in front of most cues, as meeting recorders do: "Mary Jones: …".</param>
internal sealed class SpeakerNames(bool everywhere)
{
    private const int LongestName = 40;
    private const int MostWords = 4;

    public static SpeakerNames Of(CueText text)
    {
        var named = 0;
        foreach (var cue in text.Cues)
        {
            var words = text.Slice(cue.Text);
            named += Before(words) is var name and > 0 && IsName(words[..name]) ? 1 : 0;
        }

        return new SpeakerNames(named >= 3 && named * 5 >= text.Cues.Count * 3);
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

    private static bool IsNumbered(ReadOnlySpan<char> name) =>
        name.StartsWith("Speaker", StringComparison.OrdinalIgnoreCase)
        && name["Speaker".Length..].TrimStart(" _") is { IsEmpty: false } number
        && number.IndexOfAnyExceptInRange('0', '9') < 0;

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
