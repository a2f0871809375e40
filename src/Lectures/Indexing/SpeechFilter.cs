using Lectures.Transcripts.Spoken;

namespace Lectures.Indexing;

/// <summary>
/// Drops what speech has and matching does not need: fillers ("um"), false starts (a word or two said again at once, a word broken off)
/// and marks of sounds. They stay in the text that is quoted. A change here must change <see cref="IndexFormat"/>.
/// </summary>
internal static class SpeechFilter
{
    private static readonly HashSet<string> Fillers = new[]
    {
        "um", "umm", "ummm", "uh", "uhh", "uhhh", "uhm", "uhmm", "er", "erm", "ehm", "hm", "hmm", "hmmm", "mm", "mmm", "mhm", "mmhm", "ah", "ahh", "eh", "huh", "uhhuh",
    }.ToHashSet(StringComparer.Ordinal);

    /// <param name="text">What the tokens were made of.</param>
    /// <param name="tokens">In text order; those that do not count are taken out.</param>
    public static void Apply(ReadOnlySpan<char> text, List<Token> tokens)
    {
        var kept = 0;
        var marksEnd = 0;
        for (var i = 0; i < tokens.Count; i++)
        {
            var token = tokens[i];
            var before = i == 0 ? 0 : tokens[i - 1].End;
            marksEnd = Math.Max(marksEnd, EndOfMark(text, Math.Max(before, marksEnd), token.Start));
            if (token.Start >= marksEnd && !IsFiller(text, tokens, i))
            {
                tokens[kept++] = token;
            }
        }

        tokens.RemoveRange(kept, tokens.Count - kept);
        DropFalseStarts(text, tokens);
    }

    /// <summary>The end of a mark of a sound that opens between two tokens.</summary>
    private static int EndOfMark(ReadOnlySpan<char> text, int from, int to)
    {
        var end = 0;
        for (var at = from; at < to; at++)
        {
            if (text[at] is '[' or '(' && SoundMarks.At(text, at) is { IsEmpty: false } mark)
            {
                end = mark.End;
            }
        }

        return end;
    }

    /// <summary>"Er" with a capital may be a name (Qin Er Shi) and "ER" an abbreviation, unless a comma or a small word follows.</summary>
    private static bool IsFiller(ReadOnlySpan<char> text, List<Token> tokens, int i)
    {
        var token = tokens[i];
        if (!Fillers.Contains(token.Word.Exact) || text[token.Start..token.End].ContainsAny('\'', '’', '.'))
        {
            return false;
        }

        if (char.IsLower(text[token.Start]))
        {
            return true;
        }

        var endsApart = token.End < text.Length && text[token.End] is ',' or '.' or '…' or '—' or '-' or '–' or '?' or '!';
        var nextIsSmall = i + 1 < tokens.Count && char.IsLower(text[tokens[i + 1].Start]);
        return char.IsLower(text[token.End - 1]) && (endsApart || (i == 0 && nextIsSmall));
    }

    private static void DropFalseStarts(ReadOnlySpan<char> text, List<Token> tokens)
    {
        var kept = 0;
        for (var i = 0; i < tokens.Count; i++)
        {
            if (IsSaidAgain(text, tokens, i, 2))
            {
                i++;
            }
            else if (!IsSaidAgain(text, tokens, i, 1) && !IsBrokenOff(text, tokens, i))
            {
                tokens[kept++] = tokens[i];
            }
        }

        tokens.RemoveRange(kept, tokens.Count - kept);
    }

    /// <summary>Whether the next words repeat these with nothing but a pause between. Names such as "Sirhan Sirhan" and numbers are meant.</summary>
    private static bool IsSaidAgain(ReadOnlySpan<char> text, List<Token> tokens, int i, int words)
    {
        if (i + 2 * words > tokens.Count || !IsPause(text[tokens[i + words - 1].End..tokens[i + words].Start]))
        {
            return false;
        }

        var named = true;
        for (var w = i; w < i + words; w++)
        {
            var (first, again) = (tokens[w], tokens[w + words]);
            if (!ReferenceEquals(first.Word, again.Word) && first.Word.Exact != again.Word.Exact)
            {
                return false;
            }

            named &= char.IsDigit(text[first.Start]) || (char.IsUpper(text[first.Start]) && char.IsUpper(text[again.Start]) && first.End - first.Start > 1);
        }

        return !named;
    }

    /// <summary>"Khrush- Khrushchev".</summary>
    private static bool IsBrokenOff(ReadOnlySpan<char> text, List<Token> tokens, int i)
    {
        if (i + 1 >= tokens.Count || tokens[i].End + 1 >= text.Length || text[tokens[i].End] is not ('-' or '–' or '—') || !char.IsWhiteSpace(text[tokens[i].End + 1]))
        {
            return false;
        }

        var (start, next) = (tokens[i].Word.Exact, tokens[i + 1].Word.Exact);
        return next.Length > start.Length && next.StartsWith(start, StringComparison.Ordinal) && IsPause(text[tokens[i].End..tokens[i + 1].Start]);
    }

    /// <summary>White space with at most marks of hesitation. Fillers between are gone as tokens and stand in the text still.</summary>
    private static bool IsPause(ReadOnlySpan<char> between)
    {
        var spaced = false;
        var letters = 0;
        foreach (var c in between)
        {
            spaced |= char.IsWhiteSpace(c) || c is '…' or '—';
            letters = char.IsLetter(c) ? letters + 1 : letters;
            if (!(char.IsWhiteSpace(c) || char.IsLetter(c) || c is ',' or '.' or '…' or '-' or '–' or '—'))
            {
                return false;
            }
        }

        return spaced && letters <= LongestFillers;
    }

    /// <summary>Two fillers; between tokens that follow each other, all letters are a filler's.</summary>
    private const int LongestFillers = 8;
}
