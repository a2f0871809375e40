using System.Globalization;

namespace Lectures.Transcripts.Spoken;

/// <summary>
/// The speakers that a transcript names. A recogniser's number ("SPEAKER_00") tells voices apart but names nobody: where it is the only
/// one, it is not shown, so that the lecture's speaker stands.
/// </summary>
internal sealed class SpeakerNames
{
    private const int LongestName = 60;
    private const int MostWords = 6;

    private static readonly string[] Voices = ["speaker", "spk", "unknown", "voice", "male", "female", "man", "woman", "guest", "caller", "participant", "student", "audience"];

    private readonly bool hidesNumber;
    private readonly bool asks;

    private SpeakerNames(HashSet<string> labels)
    {
        var only = labels.Count == 1 ? labels.First() : null;
        hidesNumber = only is not null && IsNumbered(only);
        asks = labels.Contains("Q");
        Only = hidesNumber ? null : only;
    }

    /// <summary>The one who speaks all the time; null where there are several or the source names none.</summary>
    public string? Only { get; }

    public static SpeakerNames Of(IEnumerable<string?> labels) => new(labels.OfType<string>().ToHashSet(StringComparer.Ordinal));

    /// <summary>What a turn with the label is attributed to.</summary>
    public string? Shown(string? label)
    {
        if (label is null || (hidesNumber && IsNumbered(label)))
        {
            return null;
        }

        return asks ? label : label.All(char.IsAsciiDigit) || (label.Length == 1 && char.IsAsciiLetter(label[0])) ? $"Speaker {label}" : label;
    }

    /// <summary>A label that a program gave: "SPEAKER_00", "Speaker 1", "Unknown Speaker", "2", "A".</summary>
    public static bool IsNumbered(ReadOnlySpan<char> label)
    {
        var rest = label.Trim("[]() ");
        if (rest.IsEmpty || rest.Length == 1 || rest.Equals("unknown speaker", StringComparison.OrdinalIgnoreCase))
        {
            return !rest.IsEmpty && (char.IsAsciiLetterOrDigit(rest[0]) || rest[0] == '?');
        }

        foreach (var voice in Voices)
        {
            if (rest.StartsWith(voice, StringComparison.OrdinalIgnoreCase))
            {
                var number = rest[voice.Length..].TrimStart(" _-#");
                return number.IsEmpty ? voice is "speaker" or "unknown" : number.Length <= 3 && (number.Length == 1 || int.TryParse(number, NumberStyles.None, CultureInfo.InvariantCulture, out _));
            }
        }

        return int.TryParse(rest, NumberStyles.None, CultureInfo.InvariantCulture, out _);
    }

    /// <summary>Whether words can be a person's name or a role: few, capitalised, without the marks of a sentence.</summary>
    public static bool IsName(ReadOnlySpan<char> text)
    {
        if (text.Length is 0 or > LongestName || text.Count(' ') >= MostWords || !(char.IsLetter(text[0]) || char.IsAsciiDigit(text[0])))
        {
            return false;
        }

        if (IsNumbered(text))
        {
            return text.Length > 1 && char.IsLetter(text[0]);
        }

        foreach (var range in text.Split(' '))
        {
            var word = text[range].TrimStart('(').TrimEnd(",)");
            if (!(word.IsEmpty || IsNameWord(word)))
            {
                return false;
            }
        }

        return char.IsUpper(text[0]) || char.GetUnicodeCategory(text[0]) == UnicodeCategory.OtherLetter;
    }

    private static bool IsNameWord(ReadOnlySpan<char> word)
    {
        foreach (var c in word)
        {
            if (!(char.IsLetterOrDigit(c) || c is '.' or '\'' or '’' or '-' or '&' or '_' or '/' || char.GetUnicodeCategory(c) == UnicodeCategory.NonSpacingMark))
            {
                return false;
            }
        }

        // "Dr." and "Ph.D." keep their full stop; a longer word with one ends a sentence.
        if (word[^1] == '.' && word.Length > 5)
        {
            return false;
        }

        return !char.IsLower(word[0]) || word is "de" or "da" or "di" or "du" or "del" or "van" or "von" or "der" or "den" or "la" or "le" or "of" or "the" or "bin" or "ibn" or "al" or "and" or "y";
    }
}
