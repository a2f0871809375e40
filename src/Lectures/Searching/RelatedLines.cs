using System.Text;
using Lectures.Indexing;

namespace Lectures.Searching;

/// <summary>
/// Words by which the same thing is told, as people write them. A line "= buy bought" is a family: forms of one word that the stemmer does not join. In a group,
/// "jail prison ~ cell guard", the words before "~" say nearly the same, and those after it are told along with them. "lodge digs: stay rent ~ house inn" says so
/// of the words before the colon, which also say nearly the same as each other; it holds backwards too, but "stay" and "rent" have nothing to do with each other.
/// "pass_away" is a phrase: words that mean something only together.
/// "#" starts a comment.
/// </summary>
internal static class RelatedLines
{
    /// <returns>The bytes of a <see cref="RelatedGraph"/>.</returns>
    /// <exception cref="InvalidOperationException">There are more stems than a link can tell.</exception>
    public static byte[] ToGraph(string text, TextAnalysis analysis)
    {
        var links = new SortedDictionary<string, SortedDictionary<string, LinkKinds>>(StringComparer.Ordinal);
        foreach (var line in text.Split('\n', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries).Where(static line => line[0] != '#'))
        {
            Read(line, analysis, links);
        }

        return links.Count <= RelatedGraph.MostStems ? Write(links) : throw new InvalidOperationException($"There are {links.Count} stems; {RelatedGraph.MostStems} are the most.");
    }

    private static void Read(string line, TextAnalysis analysis, SortedDictionary<string, SortedDictionary<string, LinkKinds>> links)
    {
        var colon = line.IndexOf(':', StringComparison.Ordinal);
        var tilde = line.IndexOf('~', StringComparison.Ordinal) is >= 0 and var mark ? mark : line.Length;
        var (said, along) = (Stems(line[(colon + 1)..tilde], analysis), Stems(line[tilde..], analysis));
        if (line[0] == '=')
        {
            Link(said, said, LinkKinds.Form, links);
            return;
        }

        var asked = colon < 0 ? said : Stems(line[..colon], analysis);
        Link(asked, asked, LinkKinds.Near, links);
        Link(asked, said, LinkKinds.Near, links);
        Link(asked, along, LinkKinds.Along, links);
    }

    private static void Link(List<string> some, List<string> others, LinkKinds kind, SortedDictionary<string, SortedDictionary<string, LinkKinds>> links)
    {
        foreach (var one in some)
        {
            foreach (var other in others.Where(other => other != one))
            {
                Put(one, other, kind);
                Put(other, one, kind.Backwards());
            }
        }

        void Put(string one, string other, LinkKinds kinds)
        {
            if (!links.TryGetValue(one, out var ofOne))
            {
                links[one] = ofOne = new SortedDictionary<string, LinkKinds>(StringComparer.Ordinal);
            }

            ofOne[other] = ofOne.GetValueOrDefault(other) | kinds;
        }
    }

    private static byte[] Write(SortedDictionary<string, SortedDictionary<string, LinkKinds>> links)
    {
        var numbers = links.Keys.Index().ToDictionary(static stem => stem.Item, static stem => stem.Index, StringComparer.Ordinal);
        var telling = links.Values.Select(others => MathF.Log(links.Count / (1f + others.Count))).ToArray();
        using var bytes = new MemoryStream();
        using var writer = new BinaryWriter(bytes);
        writer.Write(links.Count);
        Array.ForEach(telling, writer.Write);
        foreach (var (stem, others) in links)
        {
            var squares = others.Sum(other => MathF.Pow(other.Value.Weight() * telling[numbers[other.Key]], 2));
            writer.Write(MathF.Sqrt(squares + MathF.Pow(telling[numbers[stem]], 2)));
        }

        var (textEnd, linkEnd) = (0, 0);
        foreach (var stem in links.Keys)
        {
            writer.Write(textEnd += Encoding.UTF8.GetByteCount(stem));
        }

        foreach (var others in links.Values)
        {
            writer.Write(linkEnd += others.Count);
        }

        foreach (var stem in links.Keys)
        {
            writer.Write(Encoding.UTF8.GetBytes(stem));
        }

        foreach (var (other, kinds) in links.Values.SelectMany(static others => others))
        {
            writer.Write((ushort)numbers[other]);
            writer.Write((byte)kinds);
        }

        return bytes.ToArray();
    }

    private static List<string> Stems(string words, TextAnalysis analysis) =>
        [.. words.Split(' ', StringSplitOptions.RemoveEmptyEntries).SelectMany(word => Stem(word, analysis)).Distinct(StringComparer.Ordinal)];

    /// <summary>A phrase's is those of its words, with a space between.</summary>
    private static IEnumerable<string> Stem(string written, TextAnalysis analysis)
    {
        var stems = analysis.Analyze(written.Replace('_', ' ')).Select(static token => token.Word.Stem);
        return written.Contains('_', StringComparison.Ordinal) ? [string.Join(' ', stems)] : stems;
    }
}
