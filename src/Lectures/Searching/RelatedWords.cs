using System.Collections.Concurrent;
using Lectures.Indexing;

namespace Lectures.Searching;

/// <summary>
/// Words by which the same thing is told. A line "= buy bought purchase" is a family: forms of one word that the stemmer does not
/// join. Any other line is a group: the words before "~" say nearly the same, those after it are told along with them. "#" starts a comment.
/// </summary>
internal sealed class RelatedWords
{
    public static readonly RelatedWords Empty = new("", null);

    private const float Form = 0.85f;
    private const float Near = 0.6f;
    private const float Along = 0.35f;

    private readonly string text;
    private readonly TextAnalysis? analysis;
    private readonly Lazy<Dictionary<int, List<Range>>> lines;
    private readonly ConcurrentDictionary<string, RelatedWord[]> known = new(StringComparer.Ordinal);

    private RelatedWords(string text, TextAnalysis? analysis)
    {
        this.text = text;
        this.analysis = analysis;
        lines = new Lazy<Dictionary<int, List<Range>>>(LinesByOpening);
    }

    public static RelatedWords Read(string text, TextAnalysis analysis) => new(text, analysis);

    /// <summary>The table that ships.</summary>
    public static RelatedWords Shipped(TextAnalysis analysis)
    {
        using var resource = typeof(RelatedWords).Assembly.GetManifestResourceStream("related.words")
            ?? throw new InvalidOperationException("The assembly was built without related.words.");
        using var reader = new StreamReader(resource);
        return Read(reader.ReadToEnd(), analysis);
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
            if (found.Length > 0)
            {
                known[word.Stem] = found;
            }
        }

        return found;
    }

    private RelatedWord[] Find(Word word, TextAnalysis by)
    {
        var found = new Dictionary<string, RelatedWord>(StringComparer.Ordinal);
        foreach (var line in lines.Value.GetValueOrDefault(Opening(word.Exact)) ?? [])
        {
            var (isFamily, near, along) = Parse(text[line], by);
            var isNear = near.Contains(word.Stem);
            if (!isNear && !along.Contains(word.Stem))
            {
                continue;
            }

            foreach (var stem in near)
            {
                Keep(found, new RelatedWord(stem, isFamily ? Form : isNear ? Near : Along, isFamily));
            }

            foreach (var stem in isNear ? along : [])
            {
                Keep(found, new RelatedWord(stem, Along, false));
            }
        }

        found.Remove(word.Stem);
        return [.. found.Values];
    }

    private static void Keep(Dictionary<string, RelatedWord> found, RelatedWord word)
    {
        if (!found.TryGetValue(word.Stem, out var other) || other.Strength < word.Strength)
        {
            found[word.Stem] = word;
        }
    }

    private static (bool IsFamily, List<string> Near, List<string> Along) Parse(string line, TextAnalysis by)
    {
        var parts = line.Split('~');
        return (line.StartsWith('='), Stems(parts[0], by), parts.Length > 1 ? Stems(parts[1], by) : []);
    }

    private static List<string> Stems(string words, TextAnalysis by) => [.. by.Analyze(words).Select(static token => token.Word.Stem).Distinct(StringComparer.Ordinal)];

    /// <summary>The table is large and a question needs a few of its lines: words are stemmed when one that begins alike is asked for.</summary>
    private Dictionary<int, List<Range>> LinesByOpening()
    {
        var byOpening = new Dictionary<int, List<Range>>();
        for (var start = 0; start < text.Length;)
        {
            var length = text.AsSpan(start).IndexOf('\n');
            var line = new Range(start, length < 0 ? text.Length : start + length);
            if (text[start] != '#')
            {
                foreach (var part in text.AsSpan()[line].Split(' '))
                {
                    var word = text.AsSpan()[line][part];
                    if (word.Length > 1)
                    {
                        ref var same = ref System.Runtime.InteropServices.CollectionsMarshal.GetValueRefOrAddDefault(byOpening, Opening(word), out _);
                        same ??= [];
                        if (same.Count == 0 || !same[^1].Equals(line))
                        {
                            same.Add(line);
                        }
                    }
                }
            }

            start = line.End.Value + 1;
        }

        return byOpening;
    }

    private static int Opening(ReadOnlySpan<char> word) => word[0] | (word[1] << 8) | (word.Length > 2 ? word[2] << 16 : 0);
}

/// <param name="Strength">How well it stands for the word, 0 to 1.</param>
/// <param name="IsForm">Whether it is the same word in another form.</param>
internal readonly record struct RelatedWord(string Stem, float Strength, bool IsForm);
