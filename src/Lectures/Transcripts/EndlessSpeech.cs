namespace Lectures.Transcripts;

/// <summary>Cuts a sentence that does not end: speech that a recogniser wrote down without punctuation.</summary>
internal static class EndlessSpeech
{
    /// <summary>Longer sentences than this are cut; lecturers' longest written ones stay below.</summary>
    private const int MostWords = 60;

    private const int FewestWords = 12;

    /// <summary>Pieces stay near this length, which is a spoken sentence's.</summary>
    private const int TargetWords = 22;

    /// <summary>Letters of the longest word that begins clauses.</summary>
    private const int LongestStarter = 8;

    public static void Cut(string text, TextSpan sentence, IReadOnlyList<Cue> cues, List<TextSpan> pieces)
    {
        // So few characters cannot hold more words, with white space between them.
        if (sentence.Length <= 2 * MostWords || Words(text, sentence) is not { } words)
        {
            pieces.Add(sentence);
            return;
        }

        var strengths = Strengths(text, words, cues);
        var from = 0;
        while (words.Count - from > MostWords || (from > 0 && words.Count - from > TargetWords * 2))
        {
            var cut = BestCut(strengths, from);
            pieces.Add(new TextSpan(words[from].Start, words[cut - 1].End));
            from = cut;
        }

        pieces.Add(new TextSpan(words[from].Start, sentence.End));
    }

    private static int BestCut(double[] strengths, int from)
    {
        var (best, bestScore) = (from + TargetWords, double.MinValue);
        for (var i = from + FewestWords; i <= Math.Min(from + TargetWords * 2, strengths.Length - FewestWords); i++)
        {
            var score = strengths[i] - Math.Abs(i - from - TargetWords) / 10.0;
            if (score > bestScore)
            {
                (best, bestScore) = (i, score);
            }
        }

        return best;
    }

    /// <summary>How much speaks for a new sentence at each word: a pause, a mark before it, a word that begins clauses.</summary>
    private static double[] Strengths(string text, List<TextSpan> words, IReadOnlyList<Cue> cues)
    {
        var strengths = new double[words.Count];
        var cue = cues.Count == 0 ? 0 : Spans.LastStartingAtOrBefore(cues, words[0].Start, static c => c.Span.Start) + 1;
        for (var i = 1; i < strengths.Length; i++)
        {
            var word = words[i];
            var strength = text[words[i - 1].End - 1] switch
            {
                ';' or ':' => 2.0,
                ',' or '—' or '–' => 1.0,
                _ => 0.0,
            };
            strength += StartsClauses(text.AsSpan(word.Start, word.Length)) ? 1 : 0;
            while (cue < cues.Count && cues[cue].Span.Start < word.Start)
            {
                cue++;
            }

            if (cue > 0 && cue < cues.Count && cues[cue].Span.Start == word.Start)
            {
                strength += 1 + Math.Min(2, Math.Max(0, (cues[cue].Start - cues[cue - 1].End).TotalSeconds));
            }

            strengths[i] = strength;
        }

        return strengths;
    }

    private static bool StartsClauses(ReadOnlySpan<char> word)
    {
        if (word.Length > LongestStarter)
        {
            return false;
        }

        // Small letters of the Latin alphabet come from nothing but these and their capitals.
        Span<char> small = stackalloc char[LongestStarter];
        for (var i = 0; i < word.Length; i++)
        {
            small[i] = (char)(word[i] | ' ');
        }

        return small[..word.Length] is "and" or "but" or "so" or "because" or "then" or "when" or "while" or "now" or "well" or "however" or "which"
            or "who" or "after" or "before" or "although" or "though" or "until" or "if" or "or";
    }

    /// <summary>Null where there are not more than a sentence may have.</summary>
    private static List<TextSpan>? Words(string text, TextSpan span)
    {
        var characters = text.AsSpan(0, span.End);
        var words = new List<TextSpan>(MostWords + 1);
        for (var i = span.Start; i < characters.Length; i++)
        {
            if (char.IsWhiteSpace(characters[i]))
            {
                continue;
            }

            var start = i;
            while (i < characters.Length && !char.IsWhiteSpace(characters[i]))
            {
                i++;
            }

            words.Add(new TextSpan(start, i));
        }

        return words.Count > MostWords ? words : null;
    }
}
