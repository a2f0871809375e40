namespace Lectures.Indexing;

/// <summary>A word's two forms as they are indexed. One instance a word, shared by all its occurrences.</summary>
/// <param name="Exact">Lower case, without accents, possessive and thousands separators.</param>
/// <param name="Stem">By the English (Porter 2) stemmer.</param>
/// <param name="Hash">Of <paramref name="Stem"/>, the same in every process; the bits of <see cref="WordMarks"/> are clear.</param>
/// <param name="Marks">What kind of word it is, wherever it stands.</param>
internal sealed record Word(string Exact, string Stem, int Hash, WordMarks Marks)
{
    /// <summary>Its sounds, each 1 to 15 (<see cref="Sound.NumbersOf"/>).</summary>
    public string Sounds { get; } = Sound.NumbersOf(Exact);
}

/// <summary>What ranking wants to know of a word beside its stem. Kept in the low bits of its hash in <see cref="PassageTerms"/>.</summary>
[Flags]
internal enum WordMarks
{
    None = 0,

    /// <summary>A number, in digits or spelled.</summary>
    Number = 1,

    /// <summary>Written with a capital inside a sentence.</summary>
    Name = 2,

    /// <summary>A year, a month, or a word that makes a date.</summary>
    Date = 4,

    All = Number | Name | Date,
}
