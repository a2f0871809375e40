namespace Lectures.Transcripts;

/// <summary>Cuts a sentence that does not end: speech that a recogniser wrote down without punctuation.</summary>
internal static class EndlessSpeech
{
    /// <summary>Longer sentences than this are cut; lecturers' longest written ones stay below.</summary>
    private const int MostWords = 60;

    private const int FewestWords = 12;

    /// <summary>Pieces stay near this length, which is a spoken sentence's.</summary>
    private const int TargetWords = 22;

    private static readonly HashSet<string> ClauseStarters = new(StringComparer.OrdinalIgnoreCase)
    {
        "and", "but", "so", "because", "then", "when", "while", "now", "well", "however", "which", "who", "after", "before", "although", "though", "until", "if", "or",
    };

    public static void Cut(string text, TextSpan sentence, IReadOnlyList<Cue> cues, List<TextSpan> pieces)
    {
        var words = Words(text, sentence);
        var from = 0;
        while (words.Count - from > MostWords || (from > 0 && words.Count - from > TargetWords * 2))
        {
            var cut = BestCut(text, words, from, cues);
            pieces.Add(new TextSpan(words[from].Start, words[cut - 1].End));
            from = cut;
        }

        pieces.Add(new TextSpan(words[from].Start, sentence.End));
    }

    private static int BestCut(string text, List<TextSpan> words, int from, IReadOnlyList<Cue> cues)
    {
        var (best, bestScore) = (from + TargetWords, double.MinValue);
        for (var i = from + FewestWords; i <= Math.Min(from + TargetWords * 2, words.Count - FewestWords); i++)
        {
            var score = Strength(text, words, i, cues) - Math.Abs(i - from - TargetWords) / 10.0;
            if (score > bestScore)
            {
                (best, bestScore) = (i, score);
            }
        }

        return best;
    }

    /// <summary>How much speaks for a new sentence at a word: a pause, a mark before it, a word that begins clauses.</summary>
    private static double Strength(string text, List<TextSpan> words, int i, IReadOnlyList<Cue> cues)
    {
        var strength = text[words[i - 1].End - 1] switch
        {
            ';' or ':' => 2.0,
            ',' or '—' or '–' => 1.0,
            _ => 0.0,
        };
        if (ClauseStarters.Contains(words[i].In(text)))
        {
            strength += 1;
        }

        var cue = cues.Count == 0 ? -1 : Spans.LastStartingAtOrBefore(cues, words[i].Start, static c => c.Span.Start);
        if (cue > 0 && cues[cue].Span.Start == words[i].Start)
        {
            strength += 1 + Math.Min(2, Math.Max(0, (cues[cue].Start - cues[cue - 1].End).TotalSeconds));
        }

        return strength;
    }

    private static List<TextSpan> Words(string text, TextSpan span)
    {
        var words = new List<TextSpan>();
        for (var i = span.Start; i < span.End; i++)
        {
            if (char.IsWhiteSpace(text[i]))
            {
                continue;
            }

            var start = i;
            while (i < span.End && !char.IsWhiteSpace(text[i]))
            {
                i++;
            }

            words.Add(new TextSpan(start, i));
        }

        return words;
    }
}
