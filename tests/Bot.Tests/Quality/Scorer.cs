using System.Text.Json;
using System.Text.RegularExpressions;

namespace Bot.Tests.Quality;

/// <summary>The measures that guard the project's own question set.</summary>
/// <param name="ShownAt3">The share of answerable questions of which a gold span is covered, at least by half, by one of the first three excerpts.</param>
/// <param name="Auroc">How well confidence tells answerable questions from the others.</param>
/// <param name="Verbatim">The share of the first three excerpts whose text is the file's text there.</param>
internal sealed record Score(double ShownAt3, double Auroc, double Verbatim);

/// <summary>Scores a run as eval/score.py of the shared material does; it trusts nothing that the run says of itself but the offsets.</summary>
internal sealed partial class Scorer(Func<string, string> sourceOf)
{
    private const int ExcerptCharacters = 400;

    /// <param name="run">A line a question, as the eval command writes them.</param>
    public Score Of(IReadOnlyList<QualityQuestion> questions, IEnumerable<string> run)
    {
        var runs = run.Select(static line => JsonSerializer.Deserialize<JsonElement>(line)).ToDictionary(static line => line.GetProperty("id").GetString() ?? "");
        var (shown, answerable, verbatim, excerpts) = (0, 0, 0, 0);
        var (positive, negative) = (new List<double>(), new List<double>());
        foreach (var question in questions)
        {
            var line = runs[question.Id];
            var hits = line.GetProperty("hits").EnumerateArray().OrderBy(static hit => hit.GetProperty("rank").GetInt32()).Take(3).ToList();
            excerpts += hits.Count;
            verbatim += hits.Count(IsVerbatim);
            (question.Gold.Count > 0 ? positive : negative).Add(line.GetProperty("confidence").GetDouble());
            answerable += question.Gold.Count > 0 ? 1 : 0;
            shown += hits.Any(hit => question.Gold.Any(gold => Shows(hit, gold))) ? 1 : 0;
        }

        return new Score((double)shown / answerable, Auroc(positive, negative), (double)verbatim / excerpts);
    }

    /// <summary>The probability that an answerable question has more confidence than another one; ties count half.</summary>
    public static double Auroc(IReadOnlyList<double> positive, IReadOnlyList<double> negative) =>
        positive.Average(high => negative.Average(low => high > low ? 1.0 : high == low ? 0.5 : 0.0));

    private bool IsVerbatim(JsonElement hit)
    {
        var excerpt = hit.GetProperty("excerpt");
        return Fold((excerpt.GetProperty("text").GetString() ?? "").Trim('…', ' '))
            == Fold(Source(hit)[excerpt.GetProperty("start").GetInt32()..excerpt.GetProperty("end").GetInt32()]);
    }

    private bool Shows(JsonElement hit, Gold gold)
    {
        var excerpt = hit.GetProperty("excerpt");
        var (start, end) = (excerpt.GetProperty("start").GetInt32(), excerpt.GetProperty("end").GetInt32());
        end = Cut(Source(hit), start, end);
        return hit.GetProperty("file").GetString() == gold.File && 2 * Math.Max(0, Math.Min(gold.End, end) - Math.Max(gold.Start, start)) >= gold.End - gold.Start;
    }

    private string Source(JsonElement hit) => sourceOf(hit.GetProperty("file").GetString() ?? "");

    /// <summary>Where the first 400 characters as shown end; cue marks are not shown.</summary>
    private static int Cut(string source, int start, int end)
    {
        var (shown, at) = (0, start);
        foreach (var mark in CueMark().Matches(source[start..end]).Select(mark => (From: start + mark.Index, To: start + mark.Index + mark.Length)).Append((From: end, To: end)))
        {
            if (shown + mark.From - at > ExcerptCharacters)
            {
                return at + ExcerptCharacters - shown;
            }

            (shown, at) = (shown + mark.From - at, mark.To);
        }

        return end;
    }

    private static string Fold(string text) =>
        NoWord().Replace(CueMark().Replace(text, " ").Replace("**", "", StringComparison.Ordinal), " ").Trim().ToLowerInvariant();

    [GeneratedRegex(@"\[?\(?\b\d{1,2}(?::\d{2}){1,2}(?:[.,]\d{1,3})?\s*(?:-->\s*\d{1,2}(?::\d{2}){1,2}(?:[.,]\d{1,3})?)?\)?\]?|<[^>]*>")]
    private static partial Regex CueMark();

    [GeneratedRegex(@"\W+")]
    private static partial Regex NoWord();
}
