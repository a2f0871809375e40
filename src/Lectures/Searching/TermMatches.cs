using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;

namespace Lectures.Searching;

/// <summary>Which words of a passage stand for which terms of a question.</summary>
internal sealed class TermMatches
{
    /// <summary>Of 64 bits each: which hashes may have a match, before the dictionary is asked.</summary>
    private const int SeenWords = 256;

    /// <summary>By a word's hash, where its matches begin.</summary>
    private readonly Dictionary<int, int> firstMatch = [];
    private readonly List<TermMatch> matches = [];
    private readonly ulong[] seen = new ulong[SeenWords];

    /// <summary>Where the matches of a word begin, for <see cref="this[int]"/>; -1 where it has none.</summary>
    public int First(int hash)
    {
        var bit = hash >>> 3;
        if ((seen[(bit >>> 6) & (SeenWords - 1)] & (1ul << (bit & 63))) == 0)
        {
            return -1;
        }

        ref var match = ref CollectionsMarshal.GetValueRefOrNullRef(firstMatch, hash);
        return Unsafe.IsNullRef(ref match) ? -1 : match;
    }

    public TermMatch this[int match] => matches[match];

    /// <summary>False where the word stands for the same or another term in the same manner.</summary>
    /// <param name="before">The hash of the word that must stand before it; 0 for none.</param>
    /// <param name="standsForSeveral">Whether it may stand for another term as well.</param>
    public bool Add(int hash, int term, float strength, MatchKind kind, int before = 0, bool standsForSeveral = false)
    {
        var bit = hash >>> 3;
        seen[(bit >>> 6) & (SeenWords - 1)] |= 1ul << (bit & 63);
        ref var first = ref CollectionsMarshal.GetValueRefOrAddDefault(firstMatch, hash, out var isKnown);
        if (!isKnown)
        {
            first = -1;
        }

        for (var at = first; at >= 0; at = matches[at].Next)
        {
            if (matches[at].Kind == kind && matches[at].Before == before && ((kind == MatchKind.Same && !standsForSeveral) || matches[at].Term == term))
            {
                return false;
            }
        }

        matches.Add(new TermMatch(term, strength, kind, first, before));
        first = matches.Count - 1;
        return true;
    }
}
