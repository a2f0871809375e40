namespace Lectures.Answers;

/// <summary>The words of an excerpt, to tell one that says the same in the same words: a lecture given twice, an introduction read each time.</summary>
internal sealed class Wording
{
    /// <summary>Of all words of two, how many both must have.</summary>
    private const double Same = 0.8;

    /// <summary>Shorter sentences are said by anybody: "He died there."</summary>
    private const int Fewest = 6;

    /// <summary>Hashes of the words without regard to case, in order, each once.</summary>
    private readonly int[] words;

    public Wording(ReadOnlySpan<char> text)
    {
        Span<int> hashes = stackalloc int[ExcerptSelector.MostCharacters];
        var count = 0;
        for (var i = 0; i < text.Length && count < hashes.Length;)
        {
            var start = i;
            var hash = 17;
            for (; i < text.Length && char.IsLetterOrDigit(text[i]); i++)
            {
                hash = hash * 31 + char.ToLowerInvariant(text[i]);
            }

            if (i > start)
            {
                hashes[count++] = hash;
            }

            i = Math.Max(i, start + 1);
        }

        hashes = hashes[..count];
        hashes.Sort();
        words = new int[count];
        var kept = 0;
        foreach (var hash in hashes)
        {
            if (kept == 0 || words[kept - 1] != hash)
            {
                words[kept++] = hash;
            }
        }

        Array.Resize(ref words, kept);
    }

    public bool IsSameAs(Wording other)
    {
        var (fewer, more) = (Math.Min(words.Length, other.words.Length), Math.Max(words.Length, other.words.Length));
        if (fewer < Fewest || fewer < Same * more)
        {
            return false;
        }

        var (both, mine, its) = (0, 0, 0);
        while (mine < words.Length && its < other.words.Length)
        {
            var order = words[mine].CompareTo(other.words[its]);
            both += order == 0 ? 1 : 0;
            mine += order <= 0 ? 1 : 0;
            its += order >= 0 ? 1 : 0;
        }

        return both >= Same * (fewer + more - both);
    }
}
