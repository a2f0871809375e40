namespace Lectures.Indexing;

/// <summary>
/// Finds what a sentence itself says is the same: "Louis XIV, the Sun King," and "Edward Teach, better known as Blackbeard". It reads capitals
/// and commas, and takes nothing from speech that was written down without them; it would rather miss one than take one that is not.
/// A change here must change <see cref="IndexFormat"/>.
/// </summary>
internal static class DescriptionReader
{
    private static readonly HashSet<string> Calling = Set("called nicknamed dubbed named renamed styled surnamed born");

    private static readonly HashSet<string> KnownAs = Set("known remembered");

    /// <summary>Stand between a name and what it is called.</summary>
    private static readonly HashSet<string> Adverbs = Set(
        "also better later now then popularly commonly usually sometimes today formerly once originally simply often generally afterwards first still itself himself herself more best previously briefly officially soon long");

    private static readonly HashSet<string> Auxiliaries = Set("was is were are been be being came come to had has have who which would");

    private static readonly HashSet<string> Passives = Set("was is were are been be being");

    /// <summary>After "in Moscow, the Central Committee" the two are not the same.</summary>
    private static readonly HashSet<string> Where = Set("in at on from near inside outside across into through throughout around over within and or nor but between like than as including such");

    /// <summary>Things that have members, and are told of beside a person or a place rather than being it.</summary>
    private static readonly HashSet<string> Bodies = Set(
        "committee senate army navy fleet republic empire union court house council assembly parliament party war wars revolution treaty church guard guards office ministry bureau league company bank college university school press society association office times sea ocean river world states nations kingdom dynasty century age");

    private static readonly HashSet<string> Places = Set("city town village island port colony fortress capital province kingdom settlement");

    /// <summary>Whom "of" tells from the others that are called so.</summary>
    private static readonly HashSet<string> Titles = Set(
        "king queen emperor empress duke duchess earl count countess prince princess lord lady baron marquis sultan khan shah bishop archbishop patriarch pope abbot governor president chancellor "
        + "minister master captain general admiral marshal battle siege treaty peace act bank house tower city land state republic kingdom empire union league church university school temple mount cape bay gulf isle");

    /// <summary>Small words that may follow a name; any other says that the name goes on without a capital: "the Roman road".</summary>
    private static readonly HashSet<string> Following = Set(
        "and or but in on at to of for by from with who which that was is were are had has because when until since after before as though while during where if he she it they his her its their did would could");

    /// <param name="text">What the tokens were made of.</param>
    /// <param name="tokens">Of one sentence.</param>
    /// <param name="found">Is added to: by <see cref="Description.Write"/>, both ways.</param>
    public static void Read(ReadOnlySpan<char> text, List<Token> tokens, ICollection<string> found)
    {
        var capitals = 0;
        foreach (var token in tokens)
        {
            capitals += token.IsCapitalised ? 1 : 0;
        }

        if (capitals < 2 || 2 * capitals > tokens.Count + 4)
        {
            return;
        }

        var sentence = new NamesInSentence(text, tokens);
        for (var i = 1; i < tokens.Count; i++)
        {
            var word = tokens[i].Word.Exact;
            if (Calling.Contains(word) || KnownAs.Contains(word))
            {
                ReadCalling(sentence, i, found);
            }
            else if (word == "the" && sentence.IsComma(i))
            {
                ReadApposition(sentence, i, found);
            }
            else if (word == "name" && i + 1 < tokens.Count && tokens[i + 1].Word.Exact is "was" or "is")
            {
                ReadRealName(sentence, i, found);
            }
        }
    }

    /// <summary>"Byzantium, later called Constantinople", "Suleiman was known to his people as the Lawgiver".</summary>
    private static void ReadCalling(in NamesInSentence sentence, int verb, ICollection<string> found)
    {
        var (end, isPassive, isRelative) = (verb - 1, false, false);
        while (end >= 0 && (Adverbs.Contains(sentence.Word(end)) || Auxiliaries.Contains(sentence.Word(end))) && sentence.IsTogether(end + 1))
        {
            isPassive |= Passives.Contains(sentence.Word(end));
            isRelative |= sentence.Word(end) is "which" or "who";
            end--;
        }

        var isKnown = KnownAs.Contains(sentence.Word(verb));
        var isSetOff = end >= 0 && sentence.IsSetOff(end + 1);
        var takes = end >= 0 && (isSetOff || (sentence.IsTogether(end + 1) && (isKnown || isPassive)));
        var start = verb + 1;
        if (isKnown)
        {
            while (start < sentence.Count && start <= verb + 4 && sentence.Word(start) != "as" && sentence.IsTogether(start))
            {
                start++;
            }

            takes &= start < sentence.Count && sentence.Word(start) == "as";
            start++;
        }

        if (takes && sentence.EndingAt(end) is { } name && !IsOfSomething(sentence, name) && !(isRelative && name.First > 0 && Where.Contains(sentence.Word(name.First - 1))) && sentence.StartingAt(start, out var hasArticle) is { } other
            && !GoesOn(sentence, other, hasArticle))
        {
            Add(sentence, name, other, found);
        }
    }

    /// <summary>"Louis XIV, the Sun King,".</summary>
    private static void ReadApposition(in NamesInSentence sentence, int article, ICollection<string> found)
    {
        if (sentence.EndingAt(article - 1) is { } name && sentence.StartingAt(article, out _) is { Words: >= 2 } other
            && sentence.IsClosed(other.Last) && !IsListed(sentence, other.Last) && !Bodies.Contains(sentence.Word(other.Last))
            && !IsOfSomething(sentence, name) && (name.First > 0 || name.Words > 1) && (name.First == 0 || !Where.Contains(sentence.Word(name.First - 1)))
            && (name.First == 0 || !sentence.IsComma(name.First)))
        {
            Add(sentence, name, other, found);
        }
    }

    /// <summary>"Blackbeard, whose real name was Edward Teach".</summary>
    private static void ReadRealName(in NamesInSentence sentence, int at, ICollection<string> found)
    {
        if (at >= 3 && sentence.Word(at - 1) is "real" or "birth" or "given" or "original" or "true" or "full" && sentence.Word(at - 2) == "whose" && sentence.IsComma(at - 2)
            && sentence.EndingAt(at - 3) is { } name && sentence.StartingAt(at + 2, out _) is { } other)
        {
            Add(sentence, name, other, found);
        }
    }

    private static void Add(in NamesInSentence sentence, NameSpan name, NameSpan other, ICollection<string> found)
    {
        var (one, two) = (sentence.Stems(name), sentence.Stems(other));
        if (one.Except(two, StringComparer.Ordinal).Any() && two.Except(one, StringComparer.Ordinal).Any())
        {
            found.Add(new Description(one, two, sentence.Text(other)).Write());
            if (two is [var head, "of", ..] && !Titles.Contains(sentence.Word(other.First)))
            {
                // "The Maid", without her town.
                found.Add(new Description([head], one, sentence.Text(name)).Write());
            }

            found.Add(new Description(two, one, sentence.Text(name)).Write());
        }
    }

    /// <summary>"The ruler of Russia, known as …" is not Russia; "the city of Byzantium" is Byzantium.</summary>
    private static bool IsOfSomething(in NamesInSentence sentence, NameSpan name) =>
        (name.First > 0 && sentence.Word(name.First - 1) == "of" && (name.First == 1 || !Places.Contains(sentence.Word(name.First - 2))))
        || (name.First > 1 && sentence.Word(name.First - 1) == "the" && sentence.Word(name.First - 2) == "of");

    /// <summary>"The king, the Holy Roman Emperor, and the pope".</summary>
    private static bool IsListed(in NamesInSentence sentence, int last) =>
        last + 1 < sentence.Count && sentence.IsComma(last + 1) && (sentence.Word(last + 1) is "and" or "or" or "nor" or "the" or "a" or "an" || sentence.IsCapitalised(last + 1) || (last + 2 < sentence.Count && sentence.IsComma(last + 2)));

    /// <summary>"The Roman road", "Spanish flu": only part of what it is called has a capital.</summary>
    private static bool GoesOn(in NamesInSentence sentence, NameSpan other, bool hasArticle) =>
        other.Last + 1 < sentence.Count && sentence.IsTogether(other.Last + 1) && !sentence.IsCapitalised(other.Last + 1)
        && !Following.Contains(sentence.Word(other.Last + 1)) && (hasArticle || !sentence.Word(other.Last + 1).EndsWith("ly", StringComparison.Ordinal));

    private static HashSet<string> Set(string words) => words.Split(' ').ToHashSet(StringComparer.Ordinal);
}
