using System.Collections.Concurrent;
using System.Text;
using Lectures.Indexing;

namespace Lectures.Searching;

/// <summary>
/// Words by which the same thing is told. A line "= buy bought" is a family: forms of one word that the stemmer does not join. In a group, "jail prison ~ cell guard",
/// the words before "~" say nearly the same, and those after it are told along with them. "lodge: stay rent ~ house inn" says so of the words before the colon
/// alone; it holds backwards too, but "stay" and "rent" have nothing to do with each other. "#" starts a comment.
/// </summary>
internal sealed class RelatedWords
{
    public static readonly RelatedWords Empty = new([], null);

    private const float Form = 0.85f;
    public const float Near = 0.6f;
    private const float Along = 0.35f;

    /// <summary>A word that is told along with more others than this is no sign of any of them.</summary>
    private const int MostToldOf = 40;

    /// <summary>Letters at the least that a word and its other forms begin with.</summary>
    private const int Opening = 3;

    /// <summary>Words asked about before, up to a bound.</summary>
    private const int MostKnown = 4_000;

    /// <summary>UTF-8, which is half as large as a string.</summary>
    private readonly byte[] text;
    private readonly TextAnalysis? analysis;
    private readonly ConcurrentDictionary<string, RelatedWord[]> known = new(StringComparer.Ordinal);

    private RelatedWords(byte[] text, TextAnalysis? analysis) => (this.text, this.analysis) = (text, analysis);

    public static RelatedWords Read(string text, TextAnalysis analysis) => new(Encoding.UTF8.GetBytes(text), analysis);

    /// <summary>The table that ships.</summary>
    public static RelatedWords Shipped(TextAnalysis analysis)
    {
        using var resource = typeof(RelatedWords).Assembly.GetManifestResourceStream("related.words")
            ?? throw new InvalidOperationException("The assembly was built without related.words.");
        var text = new byte[resource.Length];
        resource.ReadExactly(text);
        return new RelatedWords(text, analysis);
    }

    /// <summary>What may stand for a word; each stem once, with its best strength.</summary>
    public IReadOnlyList<RelatedWord> Of(Word word)
    {
        if (analysis is null || word.Exact.Length < 2)
        {
            return [];
        }

        if (!known.TryGetValue(word.Stem, out var found))
        {
            found = Find(word, analysis);
            if (known.Count < MostKnown)
            {
                known[word.Stem] = found;
            }
        }

        return found;
    }

    private RelatedWord[] Find(Word word, TextAnalysis by)
    {
        var found = new Dictionary<string, RelatedWord>(StringComparer.Ordinal);
        var toldOf = new HashSet<string>(StringComparer.Ordinal);
        var opening = Encoding.UTF8.GetBytes(word.Stem[..Math.Min(word.Stem.Length, Math.Max(Opening, word.Stem.Length - 1))]);
        for (var at = NextWord(0, opening); at >= 0; at = NextWord(at, opening))
        {
            var end = EndOf(at, " :\n"u8);
            if (by.WordOf(Encoding.UTF8.GetString(text.AsSpan(at..end))).Stem == word.Stem)
            {
                var start = text.AsSpan(0, at).LastIndexOf((byte)'\n') + 1;
                end = EndOf(at, "\n"u8);
                Add(found, toldOf, Encoding.UTF8.GetString(text.AsSpan(start..end)), at - start, by);
            }

            at = end;
        }

        // "War" is told along with most of what there is, and so tells of none of it.
        Keep(found, toldOf.Count <= MostToldOf ? toldOf : [], Along);
        found.Remove(word.Stem);
        return [.. found.Values];
    }

    private int EndOf(int at, ReadOnlySpan<byte> marks) => text.AsSpan(at).IndexOfAny(marks) is >= 0 and var length ? at + length : text.Length;

    /// <summary>
    /// Where the next word begins that begins so; -1 for none. The whole text is looked through in a tenth of a millisecond, once for a word; a table of where
    /// words begin would be as large as the text.
    /// </summary>
    private int NextWord(int from, ReadOnlySpan<byte> opening)
    {
        while (text.AsSpan(from).IndexOf(opening) is >= 0 and var next)
        {
            var at = from + next;
            if (at == 0 || text[at - 1] is (byte)' ' or (byte)'\n')
            {
                return at;
            }

            from = at + 1;
        }

        return -1;
    }

    /// <param name="toldOf">What is said to be told along with the word.</param>
    /// <param name="line">That has the word.</param>
    /// <param name="at">Where in it.</param>
    private static void Add(Dictionary<string, RelatedWord> found, HashSet<string> toldOf, string line, int at, TextAnalysis by)
    {
        if (line.StartsWith('#'))
        {
            return;
        }

        var colon = line.IndexOf(':', StringComparison.Ordinal);
        var tilde = line.IndexOf('~', StringComparison.Ordinal) is >= 0 and var mark ? mark : line.Length;
        if (line.StartsWith('='))
        {
            Keep(found, Stems(line, by), Form, isForm: true);
        }
        else if (at < (colon < 0 ? tilde : colon))
        {
            Keep(found, Stems(line[(colon + 1)..tilde], by), Near);
            Keep(found, Stems(line[tilde..], by), Along);
        }
        else if (at < tilde)
        {
            Keep(found, Stems(line[..colon], by), Near);
        }
        else
        {
            toldOf.UnionWith(Stems(line[..(colon < 0 ? tilde : colon)], by));
        }
    }

    private static void Keep(Dictionary<string, RelatedWord> found, IEnumerable<string> stems, float strength, bool isForm = false)
    {
        foreach (var stem in stems)
        {
            if (!found.TryGetValue(stem, out var other) || other.Strength < strength)
            {
                found[stem] = new RelatedWord(stem, strength, isForm);
            }
        }
    }

    private static List<string> Stems(string words, TextAnalysis by) => [.. by.Analyze(words).Select(static token => token.Word.Stem).Distinct(StringComparer.Ordinal)];
}

/// <param name="Strength">How well it stands for the word, 0 to 1.</param>
/// <param name="IsForm">Whether it is the same word in another form.</param>
internal readonly record struct RelatedWord(string Stem, float Strength, bool IsForm)
{
    /// <summary>Whether it says nearly the same; otherwise it is told along with the word.</summary>
    public bool IsNear => Strength >= RelatedWords.Near;
}
