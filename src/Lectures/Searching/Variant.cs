namespace Lectures.Searching;

/// <summary>A word of the library that was taken for a word as typed.</summary>
/// <param name="Hash">Of its stem.</param>
/// <param name="Spelling">Another name as the table of names writes it; null for a word that looks or sounds alike.</param>
/// <param name="Before">The hash of the word that stands before it and belongs to it; 0 for none.</param>
internal sealed record Variant(string Typed, int Hash, string? Spelling, int Before = 0);
