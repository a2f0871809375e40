namespace Lectures.Transcripts;

/// <summary>A half-open range of UTF-16 offsets, in a transcript's text unless said otherwise.</summary>
public readonly record struct TextSpan(int Start, int End)
{
    public int Length => End - Start;

    public bool IsEmpty => End <= Start;

    public string In(string text) => text[Start..End];

    public bool Contains(TextSpan other) => Start <= other.Start && other.End <= End;

    public bool Overlaps(TextSpan other) => Start < other.End && other.Start < End;

    public TextSpan Moved(int by) => new(Start + by, End + by);

    public override string ToString() => $"{Start}..{End}";
}
