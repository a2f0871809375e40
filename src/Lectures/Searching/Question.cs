using System.Globalization;
using Lectures.Indexing;

namespace Lectures.Searching;

/// <summary>The user's words, analyzed.</summary>
/// <param name="Terms">The words that say what is asked, each once, in order.</param>
/// <param name="All">Every word in order, question words included.</param>
internal sealed record Question(string Text, IReadOnlyList<Word> Terms, IReadOnlyList<Word> All)
{
    /// <summary>The words from the first term to the last, those between them included: "battle of hastings".</summary>
    public IEnumerable<Word> Asked
    {
        get
        {
            var stems = Terms.Select(static term => term.Stem).ToHashSet(StringComparer.Ordinal);
            var places = All.Index().Where(word => stems.Contains(word.Item.Stem)).Select(static word => word.Index).ToList();
            return places.Count > 0 ? All.Skip(places[0]).Take(places[^1] + 1 - places[0]) : [];
        }
    }

    /// <summary>For each term whether it is written as a name: with a capital inside a question that is not all capitals.</summary>
    public IReadOnlyList<bool> IsName { get; init; } = [];

    /// <summary>Other ways to write its numbers and dates.</summary>
    public IReadOnlyList<(NumberForm Form, string Stem)> Numbers { get; init; } = [];

    /// <summary>Words that stand beside each other, written as one.</summary>
    public IReadOnlyList<JoinedWords> Joined { get; init; } = [];
}

/// <summary>What can be made of a user's words.</summary>
internal abstract record QuestionReading
{
    private QuestionReading()
    {
    }

    public sealed record Clear(Question Question) : QuestionReading;

    /// <param name="Reason">A sentence for the user: what is wrong and what to do.</param>
    public sealed record Unclear(string Reason) : QuestionReading;
}

internal sealed class QuestionReader(TextAnalysis analysis)
{
    /// <summary>Longer texts are not questions; Discord's option is shorter still.</summary>
    private const int MostCharacters = 1_000;

    private const int MostTerms = 48;

    public IReadOnlyList<Token> Analyze(string text) => analysis.Analyze(text);

    public QuestionReading Read(string text)
    {
        var trimmed = text.Trim();
        if (trimmed.Length > MostCharacters)
        {
            return new QuestionReading.Unclear(string.Create(
                CultureInfo.InvariantCulture, $"The question has {trimmed.Length:#,0} characters; at most {MostCharacters:#,0} are read. Ask its core in one or two sentences."));
        }

        var tokens = analysis.Analyze(trimmed);
        SpeechFilter.Apply(trimmed, tokens);
        SpokenNumbers.Replace(analysis, tokens);
        if (tokens.Count == 0)
        {
            return new QuestionReading.Unclear("There is no word in the question. Ask something like: Why was Khrushchev removed from power?");
        }

        var kept = tokens.Where(token => !QuestionWords.Contains(token.Word.Exact) || IsAcronym(trimmed, token))
            .DistinctBy(static token => token.Word.Stem).Take(MostTerms).ToList();
        var terms = kept.ConvertAll(static token => token.Word);
        if (terms.Count == 0 || (terms.Count == 1 && terms[0].Exact.Length == 1 && char.IsAsciiLetter(terms[0].Exact[0])))
        {
            return new QuestionReading.Unclear("The question has only common words. Name a person, a place, an event or a thing that the lectures may speak of.");
        }

        var question = new Question(trimmed, terms, [.. tokens.Select(static token => token.Word)]);
        var isWrittenAsUsual = tokens.Count(static token => token.IsCapitalised) * 2 <= tokens.Count;
        return new QuestionReading.Clear(question with
        {
            IsName = kept.ConvertAll(token => isWrittenAsUsual && token.IsCapitalised && token != tokens[0]),
            Joined = JoinedWords.Of(question, analysis),
            Numbers = [.. NumberForms.Of(question).Select(form => (form, StemOf(form.Exact)))],
        });
    }

    private string StemOf(string exact) => char.IsAsciiDigit(exact[^1]) ? exact : analysis.Analyze(exact) is [var token, ..] ? token.Word.Stem : exact;

    /// <summary>"U.S." is not "us", nor is "US" where not all is shouted.</summary>
    private static bool IsAcronym(string text, Token token)
    {
        var written = text.AsSpan(token.Start, token.End - token.Start);
        return written.Contains('.') || (written.SequenceEqual("US") && text.Any(char.IsLower));
    }
}
