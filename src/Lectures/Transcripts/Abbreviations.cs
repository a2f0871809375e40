namespace Lectures.Transcripts;

/// <summary>Words that carry a full stop of their own.</summary>
internal static class Abbreviations
{
    /// <summary>Stand before a name or number, so no sentence ends with them.</summary>
    private static readonly HashSet<string> Leading = new[]
    {
        "dr", "mr", "mrs", "ms", "mme", "mlle", "prof", "st", "ste", "sts", "mt", "ft", "gen", "col", "maj", "capt", "cpt", "lt", "sgt", "adm", "brig", "cmdr",
        "rev", "fr", "hon", "sen", "rep", "gov", "pres", "amb", "msgr", "vol", "vols", "pp", "p", "fig", "figs", "ch", "chap", "vs", "v", "c", "ca", "cf", "fl",
        "e.g", "i.e", "viz", "nos", "messrs", "approx", "est", "gens", "drs", "profs", "b", "d", "r", "art", "op",
    }.ToHashSet(StringComparer.OrdinalIgnoreCase);

    /// <summary>May end a sentence or stand inside one; the next word decides.</summary>
    private static readonly HashSet<string> Either = new[]
    {
        "jr", "sr", "etc", "esq", "inc", "co", "corp", "ltd", "bros", "al", "ibid", "ave", "blvd", "rd", "no", "ph.d", "d.phil", "m.d", "b.a", "m.a", "u.s", "u.k",
        "u.n", "u.s.s.r", "u.s.a", "d.c", "b.c", "a.d", "b.c.e", "c.e", "a.m", "p.m", "jan", "feb", "mar", "apr", "jun", "jul", "aug", "sep", "sept", "oct", "nov", "dec",
    }.ToHashSet(StringComparer.OrdinalIgnoreCase);

    /// <summary>Words that begin sentences far more often than names.</summary>
    private static readonly HashSet<string> Starters = new[]
    {
        "The", "A", "An", "He", "She", "It", "They", "We", "I", "You", "This", "That", "These", "Those", "There", "Here", "His", "Her", "Its", "Their", "Our", "My", "But", "And",
        "So", "Or", "Yet", "For", "In", "On", "At", "By", "From", "To", "With", "When", "While", "Where", "Why", "What", "Who", "How", "If", "As", "After", "Before", "Now",
        "Then", "Thus", "Still", "Once", "Although", "Though", "Because", "Since", "Until", "Not", "No", "Yes", "One", "Some", "Many", "Most", "All", "Both", "Each", "Nor",
        "However", "Later", "Meanwhile", "Even", "Only", "Perhaps", "Of", "Under", "During", "Within", "Without", "Let", "Well", "Again", "Instead", "Nobody", "Nothing",
    }.ToHashSet(StringComparer.Ordinal);

    private static readonly HashSet<string>.AlternateLookup<ReadOnlySpan<char>> LeadingWords = Leading.GetAlternateLookup<ReadOnlySpan<char>>();
    private static readonly HashSet<string>.AlternateLookup<ReadOnlySpan<char>> EitherWords = Either.GetAlternateLookup<ReadOnlySpan<char>>();
    private static readonly HashSet<string>.AlternateLookup<ReadOnlySpan<char>> StarterWords = Starters.GetAlternateLookup<ReadOnlySpan<char>>();

    public static bool NeverEnds(ReadOnlySpan<char> word) => LeadingWords.Contains(word);

    public static bool MayEnd(ReadOnlySpan<char> word) => EitherWords.Contains(word);

    public static bool StartsSentences(ReadOnlySpan<char> word) => StarterWords.Contains(word);
}
