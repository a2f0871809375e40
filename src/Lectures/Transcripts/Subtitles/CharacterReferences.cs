using System.Net;

namespace Lectures.Transcripts.Subtitles;

/// <summary>Reads "&amp;amp;" and its kin.</summary>
internal static class CharacterReferences
{
    /// <summary>The longest name that is known, "&amp;thetasym;", and the longest number are shorter.</summary>
    private const int Longest = 12;

    /// <summary>How many characters of the text the reference at its start takes, and what it stands for; 0 where there is none.</summary>
    public static int Read(ReadOnlySpan<char> text, out string meaning)
    {
        meaning = "";
        var end = text[..Math.Min(text.Length, Longest)].IndexOf(';');
        if (end < 2)
        {
            return 0;
        }

        var reference = text[..(end + 1)];
        meaning = reference switch
        {
            "&amp;" => "&",
            "&lt;" => "<",
            "&gt;" => ">",
            "&quot;" => "\"",
            "&#39;" or "&apos;" => "'",
            "&nbsp;" => " ",
            _ => WebUtility.HtmlDecode(reference.ToString()),
        };
        if (meaning.Length > 2 || meaning.Length == 0)
        {
            return 0;
        }

        // A line end that was written as a reference parts words and nothing else; other control characters mean nothing.
        meaning = char.IsControl(meaning[0]) ? " " : meaning;
        return end + 1;
    }
}
