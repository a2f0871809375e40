namespace Lectures.Transcripts.Documents;

/// <summary>A place in a table.</summary>
/// <param name="Row">Counted through the document.</param>
/// <param name="Column">From 0.</param>
/// <param name="IsHeader">It names its column or row.</param>
internal readonly record struct TableCell(int Row, int Column, bool IsHeader = false);
