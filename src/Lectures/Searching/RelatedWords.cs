using System.Buffers;
using Lectures.Indexing;

namespace Lectures.Searching;

/// <summary>Words by which the same thing is told (<see cref="RelatedLines"/>), and those that are like a word because they are linked to the same words.</summary>
internal sealed class RelatedWords
{
    private const float Form = 0.85f;
    private const float Near = 0.6f;
    private const float Along = 0.35f;

    /// <summary>What the cosine of two words' links counts that are not linked themselves, and at most.</summary>
    private const float Similar = 2;
    private const float MostSimilar = 0.6f;

    private const float LeastCosine = 0.06f;

    /// <summary>The most alike words that are looked at, those among them that are linked.</summary>
    private const int MostLike = 40;

    /// <summary>A word that is told along with more others than this is no sign of any of them.</summary>
    private const int MostToldOf = 40;

    /// <summary>Words asked about before, up to a bound.</summary>
    private const int MostKnown = 4_000;

    private readonly RelatedGraph graph;
    private readonly BoundedCache<string, string[]> phrases = new(MostKnown);

    public RelatedWords(RelatedGraph graph) => this.graph = graph;

    /// <summary>The words that ship.</summary>
    public static RelatedWords Shipped() => new(new RelatedGraph(MappedResource.Open("related.graph")));

    /// <summary>Whether there is anything that may stand for a word.</summary>
    public bool Contains(string stem) => graph.Find(stem) >= 0;

    /// <summary>The phrases that begin with a word in any of its forms, each as the stems of its words with a space between.</summary>
    public string[] PhrasesFrom(string stem) => phrases.Get(stem, this, static (stem, words) => [.. words.FormsOf(stem).SelectMany(words.graph.PhrasesFrom)]);

    /// <summary>The stems of a word's forms that the stemmer does not join, its own first.</summary>
    public IReadOnlyList<string> FormsOf(string stem)
    {
        var forms = new List<string> { stem };
        if (graph.Find(stem) is >= 0 and var number)
        {
            foreach (var link in graph.LinksOf(number))
            {
                if (link.Kinds.HasFlag(LinkKinds.Form))
                {
                    forms.Add(graph.Stem(link.Stem));
                }
            }
        }

        return forms;
    }

    /// <summary>What may stand for a word or a phrase; each stem once, as what it is best.</summary>
    /// <param name="stem">A phrase's are its words' stems with a space between, and so are those of a phrase that is found.</param>
    public IReadOnlyList<RelatedWord> Of(string stem)
    {
        if (stem.Length < 2 || graph.Find(stem) is not (>= 0 and var number))
        {
            return [];
        }

        var toldOf = 0;
        foreach (var link in graph.LinksOf(number))
        {
            toldOf += (link.Kinds & LinkKinds.AlongOther) != 0 && !graph.IsPhrase(link.Stem) ? 1 : 0;
        }

        var found = new List<RelatedWord>();
        var linked = new HashSet<int> { number };
        foreach (var link in graph.LinksOf(number))
        {
            if (KindOf(link.Kinds, toldOf) is { } kind && (kind == RelatedKind.Near || !graph.IsPhrase(link.Stem)))
            {
                linked.Add(link.Stem);
                found.Add(new RelatedWord(graph.Stem(link.Stem), kind switch { RelatedKind.Form => Form, RelatedKind.Near => Near, _ => Along }, kind));
            }
        }

        found.AddRange(MostAlike(number).Where(other => !linked.Contains(other.Stem))
            .Select(other => new RelatedWord(graph.Stem(other.Stem), Math.Min(MostSimilar, Similar * other.Cosine), RelatedKind.Similar)));
        return found;
    }

    /// <param name="toldOf">With how many words this one is told along: "war" with most of what there is, and so it tells of none of it.</param>
    private static RelatedKind? KindOf(LinkKinds kinds, int toldOf) => kinds switch
    {
        _ when kinds.HasFlag(LinkKinds.Form) => RelatedKind.Form,
        _ when kinds.HasFlag(LinkKinds.Near) => RelatedKind.Near,
        _ when kinds.HasFlag(LinkKinds.Along) || toldOf <= MostToldOf => RelatedKind.Along,
        _ => null,
    };

    private List<(int Stem, float Cosine)> MostAlike(int number)
    {
        var cosines = ArrayPool<float>.Shared.Rent(graph.Count);
        cosines.AsSpan(0, graph.Count).Clear();
        var reached = new List<int>();
        graph.AddCosines(number, cosines, reached);
        List<(int Stem, float Cosine)> alike = [.. reached.Where(stem => stem != number && cosines[stem] >= LeastCosine && !graph.IsPhrase(stem))
            .Select(stem => (stem, cosines[stem])).OrderByDescending(static other => other.Item2).ThenBy(static other => other.stem).Take(MostLike)];
        ArrayPool<float>.Shared.Return(cosines);
        return alike;
    }
}

/// <summary>How a word stands for another.</summary>
internal enum RelatedKind
{
    /// <summary>It is the same word in another form.</summary>
    Form,

    /// <summary>It says nearly the same.</summary>
    Near,

    /// <summary>It is told along with it.</summary>
    Along,

    /// <summary>The same words are linked to both.</summary>
    Similar,
}

/// <param name="Strength">How well it stands for the word, 0 to 1.</param>
internal readonly record struct RelatedWord(string Stem, float Strength, RelatedKind Kind);
