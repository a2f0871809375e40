using Lectures.Indexing;

namespace Lectures.Searching;

/// <summary>How a word of a passage stands for a word of a question.</summary>
internal enum MatchKind : byte
{
    /// <summary>It is the word: another form or spelling of it, another name of the same, or what was surely meant.</summary>
    Same,

    /// <summary>It says nearly the same (<see cref="RelatedWords"/>).</summary>
    Related,

    /// <summary>It is told along with it.</summary>
    Along,

    /// <summary>The same words are linked to both.</summary>
    Similar,

    /// <summary>It looks or sounds alike, while the library knows the word as typed too.</summary>
    Alike,
}

/// <param name="Term">Of the question.</param>
/// <param name="Strength">0 to 1.</param>
/// <param name="Next">The next match of the same word of the passage, or -1.</param>
/// <param name="Before">The hash of the word that must stand before it, where the two together are the term; 0 for none.</param>
internal readonly record struct TermMatch(int Term, float Strength, MatchKind Kind, int Next, int Before = 0)
{
    /// <summary>Whether it holds at a place of a list of words.</summary>
    public bool StandsAt(PassageTerms.HashList words, int at) => Before == 0 || (at > 0 && words.Hash(at - 1) == Before);
}

internal static class RelatedKindExtensions
{
    public static MatchKind ToMatch(this RelatedKind kind) => kind switch
    {
        RelatedKind.Form => MatchKind.Same,
        RelatedKind.Near => MatchKind.Related,
        RelatedKind.Along => MatchKind.Along,
        _ => MatchKind.Similar,
    };
}
