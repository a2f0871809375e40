namespace Lectures.Transcripts;

/// <summary>What lecture sites put around the words: byline, series line, links, closing questions.</summary>
internal static class LectureSite
{
    private static readonly string[] SeriesOpenings =
    [
        "This is a transcript from the video series ", "This is a transcript from the series ", "This is a transcript from the lecture series ",
        "This is a transcript from the podcast ", "This article comes directly from content in the video series ", "From the lecture series: ", "From the lecture series ",
    ];

    /// <summary>The speaker that a line such as "By Jane Doe, Ph.D., Some University" names.</summary>
    public static string? Byline(ReadOnlySpan<char> line)
    {
        const string By = "By ";
        if (!line.StartsWith(By, StringComparison.Ordinal) || line.Length > 160)
        {
            return null;
        }

        var rest = line[By.Length..];
        var comma = rest.IndexOf(',');
        var name = (comma < 0 ? rest : rest[..comma]).Trim();
        var isName = name.Length > 0 && char.IsUpper(name[0]) && name.Count(' ') is >= 1 and <= 5;

        // "By the year 800, …" is prose: a name has only capitalised words or particles, and a byline does not end like a sentence
        // unless it closes with a title.
        return isName && HasOnlyNameWords(name) && (comma >= 0 || !line.EndsWith(".")) ? name.ToString() : null;
    }

    public static string? SeriesLine(ReadOnlySpan<char> line)
    {
        foreach (var opening in SeriesOpenings)
        {
            if (line.StartsWith(opening, StringComparison.OrdinalIgnoreCase))
            {
                var rest = line[opening.Length..];
                var name = rest[..EndOfName(rest)].Trim().TrimEnd('.').Trim("“”\"");
                return name.IsEmpty ? null : name.ToString();
            }
        }

        return null;
    }

    /// <summary>A name ends with its sentence; "The U.S. Civil War" and "Dr. Johnson's London" go on.</summary>
    private static int EndOfName(ReadOnlySpan<char> rest)
    {
        for (var end = rest.IndexOf(". "); end >= 0;)
        {
            var word = rest[..end];
            word = word[(word.LastIndexOfAny(' ', '.') + 1)..];
            if (word.Length > 1 && !Abbreviations.NeverEnds(word))
            {
                return end;
            }

            var next = rest[(end + 1)..].IndexOf(". ");
            end = next < 0 ? -1 : end + 1 + next;
        }

        return rest.Length;
    }

    /// <summary>The lecture's title, from the heading of the closing section.</summary>
    public static string? ClosingHeading(ReadOnlySpan<char> line)
    {
        const string Opening = "Common Questions about ";
        var title = line.StartsWith(Opening, StringComparison.OrdinalIgnoreCase) && line.Length <= 200 ? line[Opening.Length..].Trim().ToString() : "";
        return title.Length == 0 ? null : char.ToUpperInvariant(title[0]) + title[1..];
    }

    /// <summary>A question of the closing section, with or without its "Q:".</summary>
    public static string? ClosingQuestion(ReadOnlySpan<char> line)
    {
        var marked = line.StartsWith("Q:", StringComparison.OrdinalIgnoreCase) || line.StartsWith("Q.", StringComparison.Ordinal);
        var question = marked ? line[2..].Trim() : line;
        return !question.IsEmpty && (marked || (question[^1] == '?' && question.Length <= 200)) ? question.ToString() : null;
    }

    private static bool HasOnlyNameWords(ReadOnlySpan<char> name)
    {
        foreach (var range in name.Split(' '))
        {
            var word = name[range];
            if (word.IsEmpty || !(char.IsUpper(word[0]) || word is "de" or "van" or "von" or "der" or "la" or "le" or "of" or "bin" or "al" or "du" or "and"))
            {
                return false;
            }
        }

        return true;
    }
}
