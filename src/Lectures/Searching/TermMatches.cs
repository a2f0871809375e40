using System.Runtime.CompilerServices;

namespace Lectures.Searching;

/// <summary>Which words of a passage stand for which terms of a question.</summary>
internal sealed class TermMatches
{
    /// <summary>A quarter of the places at most is taken, so that a word rarely meets another one in its place.</summary>
    private const int PlacesPerMatch = 4;

    /// <summary>By a word's hash, where its matches begin, counted from 1; the next free place where another word has its own. A power of two.</summary>
    private (int Hash, int First)[] places = new (int, int)[1 << 10];
    private readonly List<TermMatch> matches = [];

    /// <summary>A bit for some of a word's hash: most words of a passage match nothing, and these two kilobytes stay next to the processor.</summary>
    private readonly ulong[] seen = new ulong[1 << 8];

    /// <summary>Where the matches of a word begin, for <see cref="this[int]"/>; -1 where it has none.</summary>
    public int First(int hash) => (seen[BitOf(hash) >> 6] & (1ul << BitOf(hash))) == 0 ? -1 : places[PlaceOf(hash)].First - 1;

    public TermMatch this[int match] => matches[match];

    /// <summary>False where the word stands for the same or another term in the same manner.</summary>
    /// <param name="before">The hash of the word that must stand before it; 0 for none.</param>
    /// <param name="standsForSeveral">Whether it may stand for another term as well.</param>
    public bool Add(int hash, int term, float strength, MatchKind kind, int before = 0, bool standsForSeveral = false)
    {
        if (PlacesPerMatch * (matches.Count + 1) > places.Length)
        {
            Grow();
        }

        ref var place = ref places[PlaceOf(hash)];
        var first = place.First - 1;
        for (var at = first; at >= 0; at = matches[at].Next)
        {
            if (matches[at].Kind == kind && matches[at].Before == before && ((kind == MatchKind.Same && !standsForSeveral) || matches[at].Term == term))
            {
                return false;
            }
        }

        matches.Add(new TermMatch(term, strength, kind, first, before));
        place = (hash, matches.Count);
        seen[BitOf(hash) >> 6] |= 1ul << BitOf(hash);
        return true;
    }

    private static int BitOf(int hash) => (hash >>> 3) & ((1 << 14) - 1);

    /// <summary>Where a word is or would be. The low bits of a hash are clear.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private int PlaceOf(int hash)
    {
        var at = (hash >>> 3) & (places.Length - 1);
        while (places[at].First != 0 && places[at].Hash != hash)
        {
            at = (at + 1) & (places.Length - 1);
        }

        return at;
    }

    private void Grow()
    {
        var former = places;
        places = new (int, int)[2 * former.Length];
        foreach (var place in former.Where(static place => place.First != 0))
        {
            places[PlaceOf(place.Hash)] = place;
        }
    }
}
