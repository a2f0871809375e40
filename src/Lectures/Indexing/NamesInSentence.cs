namespace Lectures.Indexing;

/// <summary>A sentence's words with what stands between them, to read the names off it.</summary>
internal readonly ref struct NamesInSentence(ReadOnlySpan<char> text, List<Token> tokens)
{
    private const int MostWords = 5;

    /// <summary>Stand inside names without a capital.</summary>
    private static readonly HashSet<string> Inside = "of the de da di del la le von van der den al el ibn bin du des".Split(' ').ToHashSet(StringComparer.Ordinal);

    /// <summary>Have a capital where a sentence begins, and are no names.</summary>
    private static readonly HashSet<string> NoNames =
        """
        the a an this that these those he she it they we you i his her its their our your my there here in on at to of for by from with as and or but if when while after before since because though
        then now later today once soon also still so thus yet what who which where why how not no all some many most both each every another other
        """.Split([' ', '\n', '\r', '\t'], StringSplitOptions.RemoveEmptyEntries).ToHashSet(StringComparer.Ordinal);

    /// <summary>The same, only where a sentence begins with them: "First, the Great Wall", but "the First World War".</summary>
    private static readonly HashSet<string> NoNamesFirst = "first second third next last one two three".Split(' ').ToHashSet(StringComparer.Ordinal);

    private readonly ReadOnlySpan<char> text = text;
    private readonly List<Token> tokens = tokens;

    public int Count => tokens.Count;

    public string Word(int at) => tokens[at].Word.Exact;

    public bool IsCapitalised(int at) => tokens[at].IsCapitalised && !NoNames.Contains(Word(at)) && !(at == 0 && NoNamesFirst.Contains(Word(at))) && (tokens[at].Word.Marks & WordMarks.Date) == 0;

    /// <summary>Whether nothing but space stands before a word.</summary>
    public bool IsTogether(int at) => Between(at) is { IsEmpty: false } between && between.IsWhiteSpace();

    public bool IsComma(int at) => Between(at).Trim() is ",";

    /// <summary>By a comma, a dash or a bracket.</summary>
    public bool IsSetOff(int at) => Between(at).Trim() is "," or "—" or "–" or "(" or ", “" or ",”";

    /// <summary>Whether a comma, a full stop or the like follows.</summary>
    public bool IsClosed(int last) => last + 1 == Count || (Between(last + 1).TrimStart("”’\"'") is { IsEmpty: false } after && after[0] is ',' or '.' or ';' or ':' or ')' or '—' or '–' or '!' or '?');

    /// <summary>The name that ends with a word; null for none.</summary>
    public NameSpan? EndingAt(int last)
    {
        if (last < 0 || !IsCapitalised(last) || IsPossessive(last))
        {
            return null;
        }

        var first = last;
        while (first > 0)
        {
            if (Joins(first) && IsCapitalised(first - 1) && !IsPossessive(first - 1))
            {
                first--;
            }
            else if (Inwards(first - 1, -1) is > 0 and var small && first - small > 0 && IsTogether(first) && IsCapitalised(first - small - 1) && !IsPossessive(first - small - 1))
            {
                first -= small + 1;
            }
            else
            {
                break;
            }
        }

        return Of(first, last);
    }

    /// <summary>The name that begins with a word or behind an article; null for none.</summary>
    public NameSpan? StartingAt(int first, out bool hasArticle)
    {
        hasArticle = first < Count && Word(first) is "the";
        first += hasArticle ? 1 : 0;
        if (first >= Count || !IsCapitalised(first) || !(IsTogether(first) || Between(first).Trim() is "“" or "‘" or "\"" or "'"))
        {
            return null;
        }

        var last = first;
        while (last + 1 < Count && !IsPossessive(last))
        {
            if (Joins(last + 1) && IsCapitalised(last + 1))
            {
                last++;
            }
            else if (Inwards(last + 1, 1) is > 0 and var small && last + small + 1 < Count && IsTogether(last + small + 1) && IsCapitalised(last + small + 1))
            {
                last += small + 1;
            }
            else
            {
                break;
            }
        }

        return IsPossessive(last) ? null : Of(first, last);
    }

    public IReadOnlyList<string> Stems(NameSpan name) => tokens.GetRange(name.First, name.Words).ConvertAll(static token => token.Word.Stem);

    public string Text(NameSpan name) => text[tokens[name.First].Start..tokens[name.Last].End].ToString();

    private static NameSpan? Of(int first, int last) => last - first < MostWords ? new NameSpan(first, last) : null;

    /// <summary>Whether a word belongs to the one before it: "Otto von", "Anhalt-Zerbst", "St. Petersburg".</summary>
    private bool Joins(int at) => IsTogether(at) || Between(at) is "-" || (Between(at) is ". " && Word(at - 1).Length <= 2);

    /// <summary>How many small words stand inside a name from a word on: "of", "of the".</summary>
    private int Inwards(int at, int step)
    {
        var other = at + step;
        return at <= 0 || at >= Count || tokens[at].IsCapitalised || !IsTogether(at) ? 0
            : Word(Math.Min(at, other >= 0 && other < Count ? other : at)) == "of" && other > 0 && other < Count && Word(Math.Max(at, other)) == "the" && IsTogether(other) ? 2
            : Inside.Contains(Word(at)) ? 1
            : 0;
    }

    /// <summary>"Caesar’s", "Years’".</summary>
    private bool IsPossessive(int at)
    {
        var end = tokens[at].End;
        return end - tokens[at].Start > 2 && text[end - 1] == 's' && (text[end - 2] is '\'' or '’' || (end < text.Length && text[end] is '\'' or '’'));
    }

    private ReadOnlySpan<char> Between(int at) => at > 0 && tokens[at].Start > tokens[at - 1].End ? text[tokens[at - 1].End..tokens[at].Start] : [];
}

/// <summary>The words of a name in a sentence, both ends included.</summary>
internal readonly record struct NameSpan(int First, int Last)
{
    public int Words => Last - First + 1;
}
