using Lectures.Passages;
using Lectures.Searching;
using Lectures.Transcripts;

namespace Lectures.Answers;

/// <summary>
/// Chooses what is shown. The best sentences of all hits compete, so one passage may give two excerpts; each takes as many of its
/// neighbours with it as fit.
/// </summary>
internal static class ExcerptSelector
{
    public const int MostCharacters = 400;

    /// <summary>What the passage's rank counts beside the sentence's own words.</summary>
    private const double PassageShare = 1.5;

    /// <summary>A second excerpt of a passage must be this much better than another passage's first.</summary>
    private const double SecondOfPassage = 0.75;

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
        var used = new HashSet<(int Rank, int Count)>();
        foreach (var (hit, rank, i, _) in candidates)
        {
            if (chosen.Count == count)
            {
                break;
            }

            var highlight = hit.Passage.Transcript.Sentences[hit.Passage.FirstSentence + i];
            if (chosen.Any(excerpt => IsShown(excerpt, hit.Passage, highlight)) || used.Contains((rank, 1)))
            {
                continue;
            }

            chosen.Add(new Excerpt(hit.Passage, Around(hit, i), highlight));
            used.Add((rank, 1));
        }

        return chosen;
    }

    private static bool IsShown(Excerpt excerpt, Passage passage, TextSpan sentence) =>
        excerpt.Passage.Transcript.Lecture.Id == passage.Transcript.Lecture.Id && excerpt.Span.Overlaps(sentence);

    /// <summary>The best run of whole sentences around one that fits; an endless sentence alone is cut after a word.</summary>
    private static TextSpan Around(Hit hit, int sentence)
    {
        var sentences = hit.Passage.Transcript.Sentences;
        var (first, last) = (hit.Passage.FirstSentence + sentence, hit.Passage.FirstSentence + sentence);
        if (sentences[first].Length > MostCharacters)
        {
            return CutAfterWord(hit.Passage.Transcript.Text, sentences[first]);
        }

        while (true)
        {
            var before = Fits(first - 1, last) ? hit.Sentences[first - 1 - hit.Passage.FirstSentence].Score : -1;
            var after = Fits(first, last + 1) ? hit.Sentences[last + 1 - hit.Passage.FirstSentence].Score : -1;
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

        bool Fits(int from, int to) =>
            from >= hit.Passage.FirstSentence && to < hit.Passage.EndSentence && sentences[to].End - sentences[from].Start <= MostCharacters;
    }

    private static TextSpan CutAfterWord(string text, TextSpan sentence)
    {
        var end = text.LastIndexOf(' ', sentence.Start + MostCharacters, MostCharacters);
        return new TextSpan(sentence.Start, end > sentence.Start ? end : sentence.Start + MostCharacters);
    }
}
