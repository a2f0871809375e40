using Lectures.Searching;
using Lectures.Transcripts;

namespace Lectures.Answers;

/// <summary>
/// Chooses what is shown: runs of whole sentences of at most 400 characters that together are most likely to hold the answer. Each
/// next excerpt is the run that adds most to those before it, so one strong passage may give two; what says the same in the same words is shown once.
/// </summary>
internal static class ExcerptSelector
{
    public const int MostCharacters = 400;

    /// <param name="passages">The most probable first.</param>
    public static IReadOnlyList<SelectedExcerpt> Select(IReadOnlyList<RankedPassage> passages, int count)
    {
        var chosen = new List<SelectedExcerpt>(count);
        var wordings = new List<Wording>(count);
        var shown = new Dictionary<int, HashSet<int>>();
        var runs = new Run?[passages.Count];
        while (chosen.Count < count)
        {
            var best = Run.None;
            for (var p = 0; p < runs.Length && passages[p].Mass > best.Probability; p++)
            {
                runs[p] ??= BestRun(passages[p], p, shown.GetValueOrDefault(passages[p].LectureDocument));
                best = Better(best, runs[p].GetValueOrDefault());
            }

            if (best.Passage < 0)
            {
                break;
            }

            var ranked = passages[best.Passage];
            var excerpt = Excerpt(ranked, best);
            if (IsNew(excerpt, wordings))
            {
                var (first, end) = (best.First - ranked.FirstSentence, best.Last + 1 - ranked.FirstSentence);
                chosen.Add(new SelectedExcerpt(excerpt, best.Probability, RankingModel.LogSumExp(ranked.Evidence[first..end]), ranked.Candidate, first, end));
            }

            Hide(best, passages, runs, shown);
        }

        return chosen;
    }

    /// <summary>False for one that says, or whose answering sentence says, what another does in the same words.</summary>
    private static bool IsNew(Excerpt excerpt, List<Wording> wordings)
    {
        IReadOnlyList<Wording> own = [new Wording(excerpt.Text), new Wording(excerpt.Highlight.In(excerpt.Passage.Transcript.Text))];
        if (own.Any(wording => wordings.Exists(wording.IsSameAs)))
        {
            return false;
        }

        wordings.AddRange(own);
        return true;
    }

    /// <summary>What was chosen is not shown again; the runs of its lecture are looked for anew.</summary>
    private static void Hide(Run chosen, IReadOnlyList<RankedPassage> passages, Run?[] runs, Dictionary<int, HashSet<int>> shown)
    {
        var lecture = passages[chosen.Passage].LectureDocument;
        if (!shown.TryGetValue(lecture, out var hidden))
        {
            shown[lecture] = hidden = [];
        }

        for (var s = chosen.First; s <= chosen.Last; s++)
        {
            hidden.Add(s);
        }

        for (var p = 0; p < runs.Length; p++)
        {
            runs[p] = passages[p].LectureDocument == lecture ? null : runs[p];
        }
    }

    /// <summary>The most probable run of a passage that shows nothing twice.</summary>
    private static Run BestRun(RankedPassage ranked, int index, HashSet<int>? shown)
    {
        var probabilities = ranked.Sentences;
        var spans = ranked.Spans;
        var best = Run.None;
        for (var first = 0; first < spans.Length; first++)
        {
            var probability = 0f;
            for (var last = first; last < spans.Length; last++)
            {
                var tooLong = spans[last].End - spans[first].Start > MostCharacters;
                if ((tooLong && last > first) || shown?.Contains(ranked.FirstSentence + last) == true)
                {
                    break;
                }

                probability += probabilities[last];
                best = Better(best, new Run(index, ranked.FirstSentence + first, ranked.FirstSentence + last, probability));
            }
        }

        return best;
    }

    private static Run Better(Run one, Run other) => other.Passage >= 0 && (one.Passage < 0 || other.Probability > one.Probability) ? other : one;

    private static Excerpt Excerpt(RankedPassage ranked, Run run)
    {
        var passage = ranked.Passage;
        var (first, last) = (run.First - ranked.FirstSentence, run.Last - ranked.FirstSentence);
        var highlight = first;
        for (var s = first; s <= last; s++)
        {
            highlight = ranked.Sentences[s] > ranked.Sentences[highlight] ? s : highlight;
        }

        var span = new TextSpan(passage.Sentence(first).Start, passage.Sentence(last).End);
        span = span.Length <= MostCharacters ? span : CutAfterWord(passage.Transcript.Text, span);
        return new Excerpt(passage, span, new TextSpan(passage.Sentence(highlight).Start, Math.Min(passage.Sentence(highlight).End, span.End)));
    }

    /// <summary>Only a sentence longer than an excerpt is cut.</summary>
    private static TextSpan CutAfterWord(string text, TextSpan sentence)
    {
        var end = sentence.Start + MostCharacters;
        while (end > sentence.Start && !char.IsWhiteSpace(text[end]))
        {
            end--;
        }

        if (end > sentence.Start)
        {
            return new TextSpan(sentence.Start, end);
        }

        // A script without spaces, or no words at all: a character is not cut in two.
        end = sentence.Start + MostCharacters;
        return new TextSpan(sentence.Start, char.IsLowSurrogate(text[end]) ? end - 1 : end);
    }

    /// <param name="Passage">Among the ranked ones; -1 for none.</param>
    private readonly record struct Run(int Passage, int First, int Last, float Probability)
    {
        public static readonly Run None = new(-1, 0, 0, 0);
    }
}
