using System.Globalization;
using System.Text;
using Lectures.Passages;
using Lectures.Transcripts;

namespace Bot.Chat;

/// <summary>
/// Citations of a recorded lecture: Chicago as a note (Chicago Manual of Style 17, 14.267), MLA as an entry (MLA Handbook 9, 5.32),
/// and BibTeX. What the lecture's file does not tell is left out.
/// </summary>
public static class CitationStyles
{
    public static string Chicago(Citation citation, Lecture lecture)
    {
        string?[] parts =
        [
            citation.Speaker,
            $"“{citation.Lecture},”",
            citation.Series,
            lecture.Number is { } number ? string.Create(CultureInfo.InvariantCulture, $"lecture {number}") : null,
            lecture.Date?.ToString("MMMM d, yyyy", CultureInfo.InvariantCulture),
            CitationText.Range(citation.Where),
            CitationText.Link(citation.Where)?.AbsoluteUri,
        ];
        return string.Join(", ", parts.Where(static part => !string.IsNullOrEmpty(part))).Replace(",”, ", ",” ", StringComparison.Ordinal) + ".";
    }

    public static string Mla(Citation citation, Lecture lecture)
    {
        string?[] details =
        [
            citation.Series,
            lecture.Number is { } number ? string.Create(CultureInfo.InvariantCulture, $"lecture {number}") : null,
            lecture.Date?.ToString("d MMM. yyyy", CultureInfo.InvariantCulture),
            CitationText.Range(citation.Where),
            CitationText.Link(citation.Where)?.AbsoluteUri,
        ];
        var author = citation.Speaker is { Length: > 0 } speaker ? FamilyFirst(speaker).TrimEnd('.') + ". " : "";
        return $"{author}“{citation.Lecture}.” {string.Join(", ", details.Where(static part => !string.IsNullOrEmpty(part)))}.";
    }

    public static string BibTex(Citation citation, Lecture lecture)
    {
        var text = new StringBuilder();
        text.Append("@misc{").Append(Key(citation, lecture));
        Field("author", citation.Speaker);
        Field("title", citation.Lecture);
        Field("howpublished", citation.Series is { Length: > 0 } series ? $"Lecture in the series {series}" : "Lecture");
        Field("number", lecture.Number?.ToString(CultureInfo.InvariantCulture));
        Field("year", lecture.Date?.Year.ToString(CultureInfo.InvariantCulture));
        Field("note", CitationText.Range(citation.Where).Replace("–", "--", StringComparison.Ordinal));
        Field("url", CitationText.Link(citation.Where)?.AbsoluteUri);
        return text.Append("\n}").ToString();

        void Field(string name, string? value)
        {
            if (!string.IsNullOrEmpty(value))
            {
                text.Append(",\n  ").Append(name).Append(" = {").Append(name == "url" ? value : Escaped(value)).Append('}');
            }
        }
    }

    /// <summary>"Ada Lovelace" → "Lovelace, Ada"; a name with a comma, or of one word, stays.</summary>
    private static string FamilyFirst(string name)
    {
        var space = name.LastIndexOf(' ');
        return space < 0 || name.Contains(',', StringComparison.Ordinal) ? name : $"{name[(space + 1)..]}, {name[..space]}";
    }

    private static string Key(Citation citation, Lecture lecture)
    {
        var family = new string([.. (citation.Speaker?.Split(',')[0].Split(' ')[^1] ?? "clio").Where(char.IsAsciiLetter)]).ToLowerInvariant();
        var word = new string([.. citation.Lecture.Split(' ').OrderByDescending(static part => part.Length).First().Where(char.IsAsciiLetter)]).ToLowerInvariant();
        return $"{(family.Length > 0 ? family : "clio")}{lecture.Date?.Year.ToString(CultureInfo.InvariantCulture)}{word}";
    }

    private static string Escaped(string value)
    {
        var escaped = new StringBuilder(value.Length);
        foreach (var c in value)
        {
            escaped.Append(c switch
            {
                '{' or '}' or '\\' => "",
                '&' or '%' or '$' or '#' or '_' => "\\" + c,
                _ => c.ToString(),
            });
        }

        return escaped.ToString();
    }
}
