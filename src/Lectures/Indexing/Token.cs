namespace Lectures.Indexing;

/// <summary>A word at a place of the text that was analyzed.</summary>
internal readonly record struct Token(Word Word, int Start, int End, bool IsCapitalised);
