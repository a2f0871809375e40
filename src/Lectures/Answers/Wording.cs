namespace Lectures.Answers;

/// <summary>The words of an excerpt, to tell one that says the same in the same words: a lecture given twice, an introduction read each time.</summary>
internal sealed class Wording
{
    /// <summary>Of all words of two, how many both must have.</summary>
    private const double Same = 0.8;

    /// <summary>Shorter sentences are said by anybody: "He died there."</summary>
    private const int Fewest = 6;

    private readonly HashSet<string> words = new(StringComparer.OrdinalIgnoreCase);

    public Wording(ReadOnlySpan<char> text)
    {
        var lookup = words.GetAlternateLookup<ReadOnlySpan<char>>();
        for (var i = 0; i < text.Length;)
        {
            var start = i;
            while (i < text.Length && char.IsLetterOrDigit(text[i]))
            {
                i++;
            }

            if (i > start)
            {
                lookup.Add(text[start..i]);
            }

            i = Math.Max(i, start + 1);
        }
    }

    public bool IsSameAs(Wording other)
    {
        var most = Math.Min(words.Count, other.words.Count);
        if (most < Fewest || most < Same * Math.Max(words.Count, other.words.Count))
        {
            return false;
        }

        var both = words.Count(other.words.Contains);
        return both >= Same * (words.Count + other.words.Count - both);
    }
}
