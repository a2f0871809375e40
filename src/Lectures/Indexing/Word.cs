namespace Lectures.Indexing;

/// <summary>A word's two forms as they are indexed. One instance a word, shared by all its occurrences.</summary>
/// <param name="Exact">Lower case, without accents, possessive and thousands separators.</param>
/// <param name="Stem">By the English (Porter 2) stemmer.</param>
/// <param name="Hash">Of <paramref name="Stem"/>; the same in every process.</param>
internal sealed record Word(string Exact, string Stem, int Hash);
