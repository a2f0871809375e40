using System.Globalization;

namespace Lectures.Transcripts;

/// <summary>Reads date, number and title out of a name such as "20100225 - 012- Some Title" or "maos-road-to-war".</summary>
internal static class LectureNames
{
    private static readonly string[] DateFormats = ["yyyyMMdd", "yyyy-MM-dd", "yyyy_MM_dd", "yyyy.MM.dd"];

    public static LectureDetails Read(string name)
    {
        var rest = name.AsSpan().Trim();
        var date = TakeDate(ref rest);
        var number = TakeNumber(ref rest);
        var title = Title(rest);
        return new LectureDetails { Date = date, Number = number, Title = title.Length == 0 ? null : title };
    }

    /// <summary>The folder a file lies in names the series, as last resort.</summary>
    public static LectureDetails OfFile(string file)
    {
        var stem = WithoutLanguage(Path.GetFileNameWithoutExtension(file), Path.GetExtension(file));
        var name = Read(stem);
        var folder = Path.GetFileName(Path.GetDirectoryName(file));
        return name with
        {
            Title = name.Title ?? stem,
            Series = string.IsNullOrEmpty(folder) ? null : Title(folder),
        };
    }

    /// <summary>Subtitles carry their language in the name: "Some Title.en.vtt", "Some Title.pt-BR.srt".</summary>
    private static string WithoutLanguage(string name, string extension)
    {
        var dot = name.LastIndexOf('.');
        if (dot <= 0 || extension.ToLowerInvariant() is not (".vtt" or ".srt"))
        {
            return name;
        }

        var language = name.AsSpan(dot + 1);
        var end = language.IndexOf('-') is var dash and >= 0 ? dash : language.Length;
        return end is 2 or 3 && language[..end].IndexOfAnyExceptInRange('a', 'z') < 0 && language.Length <= 12 ? name[..dot] : name;
    }

    private static DateOnly? TakeDate(ref ReadOnlySpan<char> rest)
    {
        foreach (var format in DateFormats)
        {
            if (rest.Length >= format.Length
                && (rest.Length == format.Length || !char.IsAsciiDigit(rest[format.Length]))
                && DateOnly.TryParseExact(rest[..format.Length], format, CultureInfo.InvariantCulture, DateTimeStyles.None, out var date))
            {
                rest = AfterSeparators(rest[format.Length..]);
                return date;
            }
        }

        return null;
    }

    /// <summary>A leading number counts as the lecture's only where a title follows a separator: "1066" and "300 Spartans" are titles.</summary>
    private static int? TakeNumber(ref ReadOnlySpan<char> rest)
    {
        var digits = 0;
        while (digits < rest.Length && char.IsAsciiDigit(rest[digits]))
        {
            digits++;
        }

        var after = rest[digits..];
        if (digits is 0 or > 4 || after.TrimStart().IsEmpty)
        {
            return null;
        }

        var padded = rest[0] == '0';
        if (!padded && after.TrimStart()[0] is not ('-' or '_' or '.' or ':' or ')' or '–' or '—'))
        {
            return null;
        }

        var number = int.Parse(rest[..digits], CultureInfo.InvariantCulture);
        rest = AfterSeparators(after);
        return number;
    }

    private static ReadOnlySpan<char> AfterSeparators(ReadOnlySpan<char> text) => text.TrimStart(" \t-_.:)–—");

    /// <summary>A slug becomes words; a name that already has spaces stays as it is.</summary>
    private static string Title(ReadOnlySpan<char> name)
    {
        var text = name.Trim().ToString();
        if (text.Contains(' ', StringComparison.Ordinal) || text.Length == 0)
        {
            return text;
        }

        var words = text.Replace('_', ' ').Replace('-', ' ').Trim();
        return words.Length == 0 ? "" : char.ToUpperInvariant(words[0]) + words[1..];
    }
}
