using System.Numerics;
using Lucene.Net.Index;

namespace Lectures.Indexing;

/// <summary>The stems of one state of the index, to find those that look or sound like a word that a question has and the index lacks.</summary>
internal sealed class Vocabulary
{
    private const int MostSimilar = 12;

    private readonly List<string> stems = [];
    private readonly List<uint> letters = [];
    private readonly Dictionary<string, List<int>> bySound = new(StringComparer.Ordinal);

    public Vocabulary(IndexReader reader)
    {
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
            stems.Add(stem);
            letters.Add(LettersOf(stem));
        }
    }

    /// <summary>Stems like the given one, itself left out, with how alike they are, 0 to 1; the most alike first.</summary>
    public IReadOnlyList<(string Stem, double Likeness)> Like(string stem)
    {
        if (stem.Length < 4 || char.IsAsciiDigit(stem[0]))
        {
            return [];
        }

        var found = new Dictionary<int, double>();
        var most = stem.Length >= 8 ? 2 : 1;
        var mask = LettersOf(stem);
        for (var i = 0; i < stems.Count; i++)
        {
            if (Math.Abs(stems[i].Length - stem.Length) <= most && BitOperations.PopCount(letters[i] ^ mask) <= 2 * most
                && EditDistance.Between(stem, stems[i], most) is var distance && distance <= most && distance > 0)
            {
                found[i] = 1 - (double)distance / Math.Max(4, stem.Length - 1);
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

        return [.. found.OrderByDescending(static pair => pair.Value).ThenBy(pair => stems[pair.Key], StringComparer.Ordinal).Take(MostSimilar)
            .Select(pair => (stems[pair.Key], pair.Value))];
    }

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
