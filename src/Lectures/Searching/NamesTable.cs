using System.Globalization;
using Lectures.Indexing;
using Lucene.Net.Analysis.Miscellaneous;

namespace Lectures.Searching;

/// <summary>
/// Other names of persons, places and events. A line of the file is a group: "Peking = Beijing" says that each name may stand for
/// the other, "Bonaparte > Napoleon" that who asks for the left also means the right. "#" starts a comment.
/// </summary>
public sealed class NamesTable
{
    public static readonly NamesTable Empty = new(null);

    /// <summary>Letters of a name's first word that groups are kept by until a question has a word that begins so.</summary>
    private const int Opening = 3;

    /// <summary>Words asked about before: members can think of any number of them.</summary>
    private const int MostKnown = 10_000;

    private readonly TextAnalysis? analysis;
    private readonly Dictionary<string, List<string>> waiting = new(StringComparer.Ordinal);
    private readonly BoundedCache<string, Entry[]> known = new(MostKnown);
    private readonly List<string> problems = [];

    private readonly NamesTable[] parts;

    private NamesTable(TextAnalysis? analysis, params NamesTable[] parts) => (this.analysis, this.parts) = (analysis, parts);

    /// <summary>What is wrong with the file, a sentence a line; the good lines count all the same.</summary>
    public IReadOnlyList<string> Problems => problems;

    public int Groups { get; private set; }

    internal static NamesTable Read(IEnumerable<string> lines, TextAnalysis analysis)
    {
        var table = new NamesTable(analysis);
        var number = 0;
        foreach (var line in lines)
        {
            number++;
            var text = line.Split('#')[0].Trim();
            if (text.Length > 0 && table.Add(text) is { } problem)
            {
                table.problems.Add(string.Create(CultureInfo.InvariantCulture, $"Line {number}: {problem}"));
            }
        }

        return table;
    }

    /// <summary>Both tables as one; null adds nothing.</summary>
    internal NamesTable And(NamesTable? other) => other is null ? this : new NamesTable(null, this, other) { Groups = Groups + other.Groups };

    /// <summary>The names that stand in a question, with those that may stand for them; of several that fit at one place the longest.</summary>
    internal IEnumerable<NameMatch> In(IReadOnlyList<Word> question)
    {
        for (var at = 0; at < question.Count;)
        {
            var fitting = EntriesFor(question[at]).Where(entry => StandsAt(entry.Name, question, at)).ToList();
            var longest = fitting.Count == 0 ? 1 : fitting.Max(static entry => entry.Name.Count);
            foreach (var entry in fitting.Where(entry => entry.Name.Count == longest))
            {
                yield return new NameMatch(entry.Name, entry.Spelling, entry.Other);
            }

            at += longest;
        }
    }

    private static bool StandsAt(IReadOnlyList<Word> name, IReadOnlyList<Word> question, int at)
    {
        for (var i = 0; i < name.Count; i++)
        {
            if (at + i >= question.Count || question[at + i].Stem != name[i].Stem)
            {
                return false;
            }
        }

        return true;
    }

    private string? Add(string line)
    {
        var (spellings, isOneWay) = Split(line);
        if (spellings.Length < 2 || (isOneWay && (spellings.Length > 2 || line.Contains('=', StringComparison.Ordinal))))
        {
            return "write “name = other name” or “name > other name”.";
        }

        if (spellings.Any(static spelling => !spelling.Any(char.IsLetterOrDigit)))
        {
            return "a name has no letters.";
        }

        Groups++;
        foreach (var opening in (isOneWay ? spellings.Take(1) : spellings).Select(OpeningOf).Distinct(StringComparer.Ordinal))
        {
            if (!waiting.TryGetValue(opening, out var lines))
            {
                waiting[opening] = lines = [];
            }

            lines.Add(line);
        }

        return null;
    }

    private static (string[] Spellings, bool IsOneWay) Split(string line)
    {
        var isOneWay = line.Contains('>', StringComparison.Ordinal);
        return (line.Split(isOneWay ? '>' : '=', StringSplitOptions.TrimEntries), isOneWay);
    }

    /// <summary>As a question's word would begin; the table is large and a question needs a few of its groups.</summary>
    private static string OpeningOf(string spelling)
    {
        Span<char> opening = stackalloc char[Opening];
        var count = 0;
        foreach (var c in FromFirstLetter(spelling))
        {
            if (count == Opening || !(char.IsLetterOrDigit(c) || c is '\'' or '’' or '.'))
            {
                break;
            }

            if (char.IsLetterOrDigit(c))
            {
                opening[count++] = char.ToLowerInvariant(c);
            }
        }

        return Fold(new string(opening[..count]));
    }

    private static ReadOnlySpan<char> FromFirstLetter(string spelling) => spelling.AsSpan(Math.Max(0, spelling.AsSpan().IndexOfAnyInRange('0', char.MaxValue)));

    private static string Fold(string text)
    {
        var folded = new char[text.Length * 4];
        var length = ASCIIFoldingFilter.FoldToASCII(text.ToCharArray(), 0, folded, 0, text.Length);
        return new string(folded, 0, Math.Min(length, Opening));
    }

    private IEnumerable<Entry> EntriesFor(Word word) =>
        parts.Length > 0 ? parts.SelectMany(part => part.EntriesFor(word)) : known.Get(word.Stem, (Table: this, Word: word), static (_, from) => [.. from.Table.Find(from.Word)]);

    private IEnumerable<Entry> Find(Word word)
    {
        foreach (var line in waiting.GetValueOrDefault(word.Exact[..Math.Min(Opening, word.Exact.Length)]) ?? [])
        {
            var (spellings, isOneWay) = Split(line);
            foreach (var spelling in spellings.Take(isOneWay ? 1 : spellings.Length).Where(spelling => BeginsWith(spelling, word)))
            {
                var name = Words(spelling);
                foreach (var other in spellings)
                {
                    var otherWords = Words(other);
                    if (otherWords.Length > 0 && !Same(name, otherWords))
                    {
                        yield return new Entry(name, other, otherWords);
                    }
                }
            }
        }
    }

    private bool BeginsWith(string spelling, Word word)
    {
        var first = FromFirstLetter(spelling);
        var end = first.IndexOf(' ');
        return Words(new string(end < 0 ? first : first[..end])) is [var begin, ..] && begin.Stem == word.Stem;
    }

    private Word[] Words(string spelling) => [.. (analysis?.Analyze(spelling) ?? []).Select(static token => token.Word)];

    private static bool Same(IReadOnlyList<Word> one, IReadOnlyList<Word> other) =>
        one.Select(static word => word.Stem).SequenceEqual(other.Select(static word => word.Stem));

    private sealed record Entry(IReadOnlyList<Word> Name, string Spelling, IReadOnlyList<Word> Other);
}

/// <param name="Name">The words in the question.</param>
/// <param name="Spelling">The other name, as the file writes it.</param>
/// <param name="Other">Its words.</param>
internal sealed record NameMatch(IReadOnlyList<Word> Name, string Spelling, IReadOnlyList<Word> Other);
