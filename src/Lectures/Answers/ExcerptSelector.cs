using Lectures.Passages;
using Lectures.Searching;
using Lectures.Transcripts;

namespace Lectures.Answers;

/// <summary>
/// Chooses what is shown. The best sentences of all hits compete, one of each passage, and no sentence is shown twice; each takes as
/// many of its neighbours with it as fit.
/// </summary>
internal static class ExcerptSelector
{
    public const int MostCharacters = 400;

    /// <summary>What the passage's rank counts beside the sentence's own words.</summary>
    private const double PassageShare = 1.5;

    public static IReadOnlyList<Excerpt> Select(IReadOnlyList<Hit> hits, int count)
    {
        if (hits.Count == 0)
        {
            return [];
        }

        var best = hits[0].Score;
        var candidates = hits
            .SelectMany((hit, rank) => hit.Sentences.Select((sentence, i) => (hit, rank, i, score: PassageShare * hit.Score / best + sentence.Score)))
            .OrderByDescending(static candidate => candidate.score).ThenBy(static candidate => candidate.rank).ThenBy(static candidate => candidate.i)
            .ToList();
        var chosen = new List<Excerpt>(count);
        var used = new HashSet<int>();
        foreach (var (hit, rank, i, _) in candidates)
        {
            if (chosen.Count == count)
            {
                break;
            }

            var highlight = hit.Passage.Transcript.Sentences[hit.Passage.FirstSentence + i];
            if (!used.Contains(rank) && !IsShown(chosen, hit.Passage, highlight))
            {
                var span = Around(hit, i, chosen);
                chosen.Add(new Excerpt(hit.Passage, span, new TextSpan(highlight.Start, Math.Min(highlight.End, span.End))));
                used.Add(rank);
            }
        }

        return chosen;
    }

    private static bool IsShown(List<Excerpt> chosen, Passage passage, TextSpan sentence) => chosen.Any(excerpt =>
        excerpt.Passage.Transcript.Lecture.Id == passage.Transcript.Lecture.Id && excerpt.Span.Overlaps(sentence));

    /// <summary>The best run of whole sentences around one that fits and shows nothing twice; an endless sentence alone is cut after a word.</summary>
    private static TextSpan Around(Hit hit, int sentence, List<Excerpt> chosen)
    {
        var sentences = hit.Passage.Transcript.Sentences;
        var (first, last) = (hit.Passage.FirstSentence + sentence, hit.Passage.FirstSentence + sentence);
        if (sentences[first].Length > MostCharacters)
        {
            return CutAfterWord(hit.Passage.Transcript.Text, sentences[first]);
        }

        while (true)
        {
            var before = Fits(first - 1, last, first - 1) ? hit.Sentences[first - 1 - hit.Passage.FirstSentence].Score : -1;
            var after = Fits(first, last + 1, last + 1) ? hit.Sentences[last + 1 - hit.Passage.FirstSentence].Score : -1;
            if (before < 0 && after < 0)
            {
                return new TextSpan(sentences[first].Start, sentences[last].End);
            }

            if (after >= before)
            {
                last++;
            }
            else
            {
                first--;
            }
        }

        bool Fits(int from, int to, int added) =>
            from >= hit.Passage.FirstSentence && to < hit.Passage.EndSentence
            && sentences[to].End - sentences[from].Start <= MostCharacters
            && !IsShown(chosen, hit.Passage, sentences[added]);
    }

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
}
