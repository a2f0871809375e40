using Lectures.Indexing;

namespace Lectures.Searching;

/// <summary>
/// A question's terms against one state of the index: what each weighs (BM25's idf, as a share of the whole question), and which
/// words of a passage stand for it: itself, another way to write it, another name, or one that looks or sounds like it where the library hardly
/// knows the word as typed.
/// </summary>
internal sealed class QuestionTerms
{
    /// <summary>What a name counts over its idf: a library that speaks much of Napoleon has him in many passages, and the question is still about him.</summary>
    private const float NameWeight = 1.7f;

    /// <summary>What another name of the same counts.</summary>
    private const float OtherName = 0.85f;

    /// <summary>What counts that the library itself says is the same.</summary>
    private const float Described = 0.7f;

    private const float DescribedBesides = 0.5f;

    /// <summary>What a word that only looks or sounds alike counts at most.</summary>
    public const float Alike = 0.75f;

    /// <summary>What counts that the question has as two words and the library as one.</summary>
    private const float AsOne = 0.9f;

    /// <summary>What a word counts at most that only says nearly the same.</summary>
    private const float MostRelated = 0.9f;

    /// <summary>For each term so many of the words that say nearly the same are looked for.</summary>
    private const int MostNear = 6;

    /// <summary>Shorter words have no two that mean anything.</summary>
    private const int ShortestSplit = 6;

    /// <summary>A term that so few passages hold may be a misspelling or a recogniser's mistake.</summary>
    private const int Rare = 3;

    private readonly TermMatches matches = new();
    private readonly float[] weights;
    private readonly bool[] isName;
    private readonly List<Variant> variants = [];
    private readonly List<(string Stem, float Strength, int Term)> others = [];
    private readonly List<WordPair> pairs = [];
    private readonly List<(string Stem, float Strength, int Passages)> near = [];

    public QuestionTerms(Question question, TermLookup lookup, Vocabulary vocabulary, NamesTable names, KnownInLibrary known)
    {
        Question = question;
        Lookup = lookup;
        isName = [.. question.Terms.Select((word, i) => question.IsName[i] || known.IsName(word, lookup))];
        weights = new float[question.Terms.Count];
        var isUnknown = new bool[weights.Length];
        var frequencies = new int[weights.Length];
        for (var i = 0; i < weights.Length; i++)
        {
            frequencies[i] = lookup.DocFreq(IndexFields.Body, question.Terms[i].Stem);
            weights[i] = Idf(frequencies[i]) * (isName[i] ? NameWeight : 1);
            Sum += weights[i];
        }

        for (var i = 0; i < weights.Length; i++)
        {
            weights[i] /= Sum;
            matches.Add(question.Terms[i].Hash, i, 1, MatchKind.Same);
        }

        foreach (var (name, isTable) in names.In(question.All).Select(static name => (name, true)).Concat(Descriptions.In(question, lookup.Reader).Select(static name => (name, false))))
        {
            AddName(name, isTable);
        }

        foreach (var (form, stem) in question.Numbers)
        {
            _ = form.IsSearched ? AddOther(stem, form.Term, form.Strength) : matches.Add(TextAnalysis.Hash(stem), form.Term, form.Strength, MatchKind.Same);
        }

        foreach (var joined in question.Joined)
        {
            AddJoined(joined);
        }

        foreach (var phrase in QuestionPhrase.In(question, known.Words))
        {
            AddRelated(phrase.Stems, phrase.Terms, known);
        }

        for (var i = 0; i < weights.Length; i++)
        {
            AddRelated(question.Terms[i].Stem, [i], known);
            AddPairs(i, frequencies[i], vocabulary);
            isUnknown[i] = frequencies[i] == 0 && !IsKnownOtherwise(i);
            Unknown += isUnknown[i] ? weights[i] : 0;
        }

        for (var i = 0; i < weights.Length; i++)
        {
            AddAlike(i, frequencies[i], vocabulary);
            Strange += isUnknown[i] && !IsKnownOtherwise(i) && !known.Words.Contains(question.Terms[i].Stem) ? weights[i] : 0;
        }

        Focus = QuestionFocus.Of(question);
        Sounds = new SoundPatterns(question.Terms, question.Asked, SoundOdds.Shipped);
    }

    /// <summary>The term that names what is asked for ("which city"), or -1.</summary>
    public int Focus { get; }

    public SoundPatterns Sounds { get; }

    public Question Question { get; }

    public TermLookup Lookup { get; }

    public int Count => weights.Length;

    /// <summary>For each term whether it is a name, by how the question or the library writes it.</summary>
    public IReadOnlyList<bool> IsName => isName;

    /// <summary>Of the terms' idf.</summary>
    public float Sum { get; }

    /// <summary>The share of the weight that lies on terms no passage has in any form, 0 to 1.</summary>
    public float Unknown { get; }

    /// <summary>The share of the weight that lies on terms of which the library has nothing: nothing that looks alike, and no word is known that says nearly the same.</summary>
    public float Strange { get; }

    /// <summary>Each term's share of the question's weight; they add up to 1.</summary>
    public ReadOnlySpan<float> Weights => weights;

    /// <summary>Words of the library that were taken for a word as typed.</summary>
    public IReadOnlyList<Variant> Variants => variants;

    /// <summary>Stems to look for beside the question's own, and what they count.</summary>
    public IReadOnlyList<(string Stem, float Strength, int Term)> Others => others;

    /// <summary>Stems to look for that say nearly the same as a term, the rarest few of each, and how many passages have each.</summary>
    public IReadOnlyList<(string Stem, float Strength, int Passages)> Near => near;

    /// <summary>Words to look for that only together stand for one of the question's.</summary>
    public IReadOnlyList<WordPair> Pairs => pairs;

    /// <summary>Where the matches of a word begin, for <see cref="this[int]"/>; -1 where it has none.</summary>
    public int First(int hash) => matches.First(hash);

    public TermMatch this[int match] => matches[match];

    /// <summary>Whether the library has another name, spelling or form of a term; one that only looks or sounds alike is not the same.</summary>
    private bool IsKnownOtherwise(int term) =>
        others.Exists(other => other.Term == term && Lookup.DocFreq(IndexFields.Body, other.Stem) > 0)
        || pairs.Exists(pair => pair.Term == term && pair.IsSame);

    private void AddJoined(JoinedWords joined)
    {
        if (Lookup.DocFreq(IndexFields.Body, joined.Word.Stem) == 0)
        {
            return;
        }

        var term = joined.Second < 0 || (joined.First >= 0 && weights[joined.First] > weights[joined.Second]) ? joined.First : joined.Second;
        if (AddOther(joined.Word.Stem, term, AsOne))
        {
            variants.Add(new Variant(joined.Typed, joined.Word.Hash, null));
            var other = term == joined.First ? joined.Second : joined.First;
            if (other >= 0)
            {
                matches.Add(joined.Word.Hash, other, AsOne, MatchKind.Same, standsForSeveral: true);
            }
        }
    }

    private void AddPairs(int term, int frequency, Vocabulary vocabulary)
    {
        var word = Question.Terms[term];
        if (word.Stem.Length < ShortestSplit || frequency > Rare)
        {
            return;
        }

        foreach (var pair in SplitWords.Of(word, term, byEar: frequency == 0, Lookup, vocabulary))
        {
            var (first, second) = (TextAnalysis.Hash(pair.First), TextAnalysis.Hash(pair.Second));
            if (matches.Add(second, term, pair.Strength, MatchKind.Same, first))
            {
                pairs.Add(pair);
                variants.Add(new Variant(word.Exact, second, null, first));
            }
        }
    }

    /// <summary>
    /// The word of the other name that tells most stands for the heaviest word of the name that was asked for. What a lecture gave as a description
    /// may be the one place that has this word, so there the others count too, a little less, unless the library is full of them.
    /// </summary>
    /// <param name="isTable">Whether it is from the table of names.</param>
    private void AddName(NameMatch name, bool isTable)
    {
        var term = -1;
        for (var i = 0; i < weights.Length; i++)
        {
            if (name.Name.Any(word => word.Stem == Question.Terms[i].Stem) && (term < 0 || weights[i] > weights[term]))
            {
                term = i;
            }
        }

        var telling = name.Other
            .Where(word => !Question.Terms.Any(asked => asked.Stem == word.Stem))
            .Select(word => (Word: word, Frequency: Lookup.DocFreq(IndexFields.Body, word.Stem)))
            .Where(static word => word.Frequency > 0)
            .OrderBy(static word => word.Frequency).ToList();
        for (var i = 0; term >= 0 && i < telling.Count; i++)
        {
            var (other, frequency) = telling[i];
            if (i > 0 && (isTable || IsCommon(frequency)))
            {
                break;
            }

            if (AddOther(other.Stem, term, isTable ? OtherName : i == 0 ? Described : DescribedBesides))
            {
                variants.Add(new Variant(string.Join(' ', name.Name.Select(static word => word.Exact)), other.Hash, name.Spelling));
            }
        }
    }

    private bool IsCommon(int frequency) => frequency > Math.Max(2 * Rare, Lookup.Reader.MaxDoc / 100);

    /// <summary>A word that the library has, however seldom, was hardly meant to be one of its common words: "revered" is not "never".</summary>
    private void AddAlike(int term, int frequency, Vocabulary vocabulary)
    {
        var isRare = frequency <= Math.Max(Rare, Lookup.Reader.MaxDoc / 200);
        foreach (var (stem, likeness) in vocabulary.Like(Question.Terms[term].Stem))
        {
            if (!isRare || (frequency > 0 && IsCommon(Lookup.DocFreq(IndexFields.Body, stem))))
            {
                matches.Add(TextAnalysis.Hash(stem), term, (float)likeness, MatchKind.Alike);
            }
            else if (AddOther(stem, term, Alike * (float)likeness))
            {
                variants.Add(new Variant(Question.Terms[term].Exact, TextAnalysis.Hash(stem), null));
            }
        }
    }

    /// <param name="stem">Of a word or a phrase of the question.</param>
    /// <param name="those">The terms that it is made of.</param>
    private void AddRelated(string stem, IReadOnlyList<int> those, KnownInLibrary known)
    {
        var left = MostNear;
        foreach (var found in known.Related(stem, Lookup))
        {
            foreach (var term in those)
            {
                _ = found.Word.Kind == RelatedKind.Form ? AddOther(found.Word.Stem, term, found.Word.Strength) : AddRelated(found, term);
            }

            if (found.Word.Kind == RelatedKind.Near && !found.IsPhrase && left-- > 0)
            {
                near.Add((found.Word.Stem, found.Word.Strength, found.Passages));
            }
        }
    }

    /// <summary>A common word tells little of what a rare one was to say.</summary>
    private bool AddRelated(RelatedFrequency found, int term) =>
        matches.Add(found.Hash, term, Math.Min(MostRelated, found.Word.Strength * Idf(found.Passages) / (weights[term] * Sum)), found.Word.Kind.ToMatch(), found.Before);

    private float Idf(int frequency) => RankingSimilarity.Idf(Lookup.Reader.MaxDoc, frequency);

    private bool AddOther(string stem, int term, float strength)
    {
        var isNew = matches.Add(TextAnalysis.Hash(stem), term, strength, MatchKind.Same);
        if (isNew)
        {
            others.Add((stem, strength, term));
        }

        return isNew;
    }
}
