using System.Buffers;
using Lectures.Transcripts.Spoken;

namespace Lectures.Transcripts;

/// <summary>Decides whether a sentence ends at a mark.</summary>
internal static class SentenceEnd
{
    /// <summary>All marks that may end a sentence.</summary>
    public static readonly SearchValues<char> Marks = SearchValues.Create("♪.!?…؟۔。｡！？।॥։።။។");

    /// <summary>The offset after the sentence that ends with the mark at <paramref name="at"/>, closing quotes included; 0 where none ends.</summary>
    public static int After(string text, int at, TextSpan paragraph, int sentenceStart, bool cased)
    {
        var mark = text[at];
        if (mark is '。' or '｡' or '！' or '？' or '।' or '॥' or '։' or '።' or '။' or '។')
        {
            return AfterClosing(text, at + 1, paragraph.End);
        }

        if (mark == '♪')
        {
            // The second one ends what is sung between two.
            return text.AsSpan(sentenceStart, at - sentenceStart).IsWhiteSpace() || (at + 1 < paragraph.End && text[at + 1] == '♪') ? 0 : at + 1;
        }

        if (mark is not ('.' or '!' or '?' or '…' or '؟' or '۔'))
        {
            return 0;
        }

        var end = LastMark(text, at, paragraph.End) + 1;
        var marks = end - at;
        end = AfterClosing(text, end, paragraph.End);
        if (end < paragraph.End && !char.IsWhiteSpace(text[end]))
        {
            return 0;
        }

        // "… rather than stop. [applause] The next ship": the sound follows what was said.
        var afterSounds = AfterSounds(text, end, paragraph.End);
        var next = NextWord(text, afterSounds, paragraph.End);
        if (next.IsEmpty)
        {
            return afterSounds;
        }

        var startsSmall = cased && char.IsLower(next[0]);
        if ((startsSmall && afterSounds == end) || next[0] is '.' or '…')
        {
            return 0;
        }

        return mark == '.' && marks == 1 && BelongsToWord(text, at, sentenceStart, next, cased) ? 0 : startsSmall ? end : afterSounds;
    }

    private static int AfterSounds(string text, int end, int paragraphEnd)
    {
        for (var at = end; at < paragraphEnd; at++)
        {
            if (char.IsWhiteSpace(text[at]))
            {
                continue;
            }

            if (SoundMarks.At(text.AsSpan(0, paragraphEnd), at) is not { IsEmpty: false } sound)
            {
                break;
            }

            end = sound.End;
            at = end - 1;
        }

        return end;
    }

    /// <summary>The last of the marks that follow each other from the one at <paramref name="at"/> on: "?!", "...".</summary>
    public static int LastMark(string text, int at, int end)
    {
        while (at + 1 < end && text[at + 1] is '.' or '!' or '?' or '…')
        {
            at++;
        }

        return at;
    }

    private static bool BelongsToWord(string text, int at, int sentenceStart, ReadOnlySpan<char> next, bool cased)
    {
        var start = at;
        while (start > sentenceStart && (char.IsLetterOrDigit(text[start - 1]) || text[start - 1] is '.' or '\'' or '’'))
        {
            start--;
        }

        var word = text.AsSpan(start, at - start).TrimStart("'’.");
        if (word.Length == 0)
        {
            return false;
        }

        if (!word.ContainsAnyExceptInRange('0', '9'))
        {
            // "1. The first point": the number of a list, not a sentence of its own.
            return word.Length <= 2 && text.AsSpan(sentenceStart, start - sentenceStart).IsWhiteSpace();
        }

        var starter = !cased || Abbreviations.StartsSentences(next);
        if (word.Length == 1 && char.IsLetter(word[0]))
        {
            return IsInitial(text, start, word[0], starter, cased, next);
        }

        if (word.Equals("no", StringComparison.OrdinalIgnoreCase))
        {
            return char.IsDigit(next[0]);
        }

        return Abbreviations.NeverEnds(word) || ((Abbreviations.MayEnd(word) || IsAcronym(word)) && !(starter && cased));
    }

    /// <summary>"J. F. Kennedy" and "u. s. troops" go on; "under Henry I. The" and "plan B. We" end.</summary>
    private static bool IsInitial(string text, int start, char letter, bool starter, bool cased, ReadOnlySpan<char> next)
    {
        if (!cased)
        {
            return letter is not ('i' or 'a') || next.Length == 1;
        }

        if (!char.IsUpper(letter))
        {
            return true;
        }

        var followsWord = start >= 2 && char.IsLetterOrDigit(text[start - 2]);
        return !(starter && followsWord && next.Length > 1);
    }

    /// <summary>Single letters with a full stop between each: "U.S".</summary>
    private static bool IsAcronym(ReadOnlySpan<char> word)
    {
        for (var i = 0; i < word.Length; i++)
        {
            if (word[i] == '.' != (i % 2 == 1))
            {
                return false;
            }
        }

        return word.Length > 2 && word.Length % 2 == 1;
    }

    private static int AfterClosing(string text, int at, int end)
    {
        while (at < end && text[at] is '"' or '\'' or '”' or '’' or '»' or ')' or ']' or '」' or '』' or '）' or '》')
        {
            at++;
        }

        return at;
    }

    private static ReadOnlySpan<char> NextWord(string text, int at, int end)
    {
        while (at < end && (char.IsWhiteSpace(text[at]) || text[at] is '"' or '\'' or '“' or '‘' or '«' or '(' or '[' or '—' or '–' or '-'))
        {
            at++;
        }

        var start = at;
        while (at < end && (char.IsLetterOrDigit(text[at]) || text[at] is '.' or '…'))
        {
            at++;
            if (text[start] is '.' or '…')
            {
                break;
            }
        }

        return text.AsSpan(start, at - start);
    }
}
