using System.Numerics;
using Lucene.Net.Index;

namespace Lectures.Indexing;

/// <summary>The stems of one state of the index, to find those that look or sound like a word that a question has and the index lacks.</summary>
internal sealed class Vocabulary
{
    private const int MostSimilar = 12;

    private const int Longest = 40;

    /// <summary>Words asked about before, up to a bound.</summary>
    private const int MostKnown = 20_000;

    private readonly BoundedCache<string, List<(string Stem, double Likeness)>> known = new(MostKnown);
    private readonly List<string> stems = [];

    /// <summary>By length: which stems have it, and the letters of each as bits.</summary>
    private readonly (List<int> Stems, List<uint> Letters)[] byLength = [];
    private readonly Dictionary<string, List<int>> bySound = new(StringComparer.Ordinal);

    private Vocabulary(Vocabulary[] parts) => Parts = parts;

    /// <summary>Those that it is put together of; empty for one that was read itself.</summary>
    public IReadOnlyList<Vocabulary> Parts { get; } = [];

    public Vocabulary(IndexReader reader)
    {
        byLength = [.. Enumerable.Range(0, Longest + 1).Select(static _ => (new List<int>(), new List<uint>()))];
        if (MultiFields.GetTerms(reader, IndexFields.Body) is not { } terms)
        {
            return;
        }

        var all = terms.GetEnumerator();
        while (all.MoveNext())
        {
            var stem = all.Term.Utf8ToString();
            if (stem.Length < 3 || char.IsAsciiDigit(stem[0]))
            {
                continue;
            }

            var sound = Sound.Of(stem);
            if (!bySound.TryGetValue(sound, out var alike))
            {
                bySound[sound] = alike = [];
            }

            alike.Add(stems.Count);
            var (alikeInLength, letters) = byLength[Math.Min(stem.Length, Longest)];
            alikeInLength.Add(stems.Count);
            letters.Add(LettersOf(stem));
            stems.Add(stem);
        }
    }

    /// <summary>The stems of all, as if one index held them.</summary>
    public static Vocabulary Together(params Vocabulary[] parts) => parts is [var only] ? only : new(parts);

    /// <summary>Stems like the given one, itself left out, with how alike they are, 0 to 1; the most alike first.</summary>
    public IReadOnlyList<(string Stem, double Likeness)> Like(string stem) => stem.Length < 4 || char.IsAsciiDigit(stem[0])
        ? []
        : known.Get(stem, this, static (stem, vocabulary) => vocabulary.Parts.Count > 0 ? vocabulary.FindInParts(stem) : vocabulary.Find(stem));

    /// <summary>Stems that sound the same as a part of a word and are written much alike, the part itself included; the most alike first.</summary>
    public IReadOnlyList<(string Stem, double Likeness)> SoundingLike(string part)
    {
        if (Parts.Count > 0)
        {
            return [.. InOrder(Parts.SelectMany(vocabulary => vocabulary.SoundingLike(part)).DistinctBy(static alike => alike.Stem))];
        }

        var most = part.Length / 3;
        return [.. InOrder((bySound.GetValueOrDefault(Sound.Of(part)) ?? [])
            .Select(i => (stems[i], Distance: EditDistance.Between(part, stems[i], most)))
            .Where(alike => alike.Distance <= most)
            .Select(alike => (alike.Item1, 1 - (double)alike.Distance / part.Length)))];
    }

    private List<(string Stem, double Likeness)> FindInParts(string stem) => Parts.Select(part => part.Like(stem)).Where(static like => like.Count > 0).ToList() switch
    {
        [] => [],
        [var only] => [.. only],
        var several => [.. InOrder(several.SelectMany(static like => like).DistinctBy(static alike => alike.Stem))],
    };

    private List<(string Stem, double Likeness)> Find(string stem)
    {
        var found = new Dictionary<int, double>();
        var most = stem.Length >= 8 ? 2 : 1;
        var mask = LettersOf(stem);
        for (var length = Math.Max(3, stem.Length - most); length <= Math.Min(Longest, stem.Length + most); length++)
        {
            var (ofLength, letters) = byLength[length];
            for (var i = 0; i < ofLength.Count; i++)
            {
                if (BitOperations.PopCount(letters[i] ^ mask) <= 2 * most
                    && EditDistance.Between(stem, stems[ofLength[i]], most) is var distance && distance <= most && distance > 0)
                {
                    found[ofLength[i]] = 1 - (double)distance / Math.Max(4, stem.Length - 1);
                }
            }
        }

        var sound = Sound.Of(stem);
        if (sound.Length >= 2)
        {
            foreach (var i in bySound.GetValueOrDefault(sound) ?? [])
            {
                if (stems[i] != stem && EditDistance.Between(stem, stems[i], stem.Length / 2) <= stem.Length / 2)
                {
                    found[i] = Math.Max(found.GetValueOrDefault(i), sound.Length >= 3 ? 0.7 : 0.5);
                }
            }
        }

        return [.. InOrder(found.Select(pair => (stems[pair.Key], pair.Value)))];
    }

    private static IEnumerable<(string Stem, double Likeness)> InOrder(IEnumerable<(string Stem, double Likeness)> found) =>
        found.OrderByDescending(static alike => alike.Likeness).ThenBy(static alike => alike.Stem, StringComparer.Ordinal).Take(MostSimilar);

    private static uint LettersOf(string stem)
    {
        var mask = 0u;
        foreach (var c in stem)
        {
            mask |= 1u << (c is >= 'a' and <= 'z' ? c - 'a' : 26 + c % 6);
        }

        return mask;
    }
}
