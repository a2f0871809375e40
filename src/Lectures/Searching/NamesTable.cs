using System.Globalization;
using Lectures.Indexing;

namespace Lectures.Searching;

/// <summary>
/// Other names of persons, places and events. A line of the file is a group: "Peking = Beijing" says that each name may stand for
/// the other, "Bonaparte > Napoleon" that who asks for the left also means the right. "#" starts a comment.
/// </summary>
internal sealed class NamesTable
{
    public static readonly NamesTable Empty = new();

    private readonly Dictionary<string, List<Entry>> byFirstStem = new(StringComparer.Ordinal);
    private readonly List<string> problems = [];

    private NamesTable()
    {
    }

    /// <summary>What is wrong with the file, a sentence a line; the good lines count all the same.</summary>
    public IReadOnlyList<string> Problems => problems;

    public int Groups { get; private set; }

    public static NamesTable Read(IEnumerable<string> lines, TextAnalysis analysis)
    {
        var table = new NamesTable();
        var number = 0;
        foreach (var line in lines)
        {
            number++;
            var text = line.Split('#')[0].Trim();
            if (text.Length > 0 && table.Add(text, analysis) is { } problem)
            {
                table.problems.Add(string.Create(CultureInfo.InvariantCulture, $"Line {number}: {problem}"));
            }
        }

        return table;
    }

    /// <summary>The names that stand in a question, with those that may stand for them; of several that fit at one place the longest.</summary>
    public IEnumerable<NameMatch> In(IReadOnlyList<Word> question)
    {
        for (var at = 0; at < question.Count;)
        {
            var fitting = (byFirstStem.GetValueOrDefault(question[at].Stem) ?? []).Where(entry => StandsAt(entry.Name, question, at)).ToList();
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

    private string? Add(string line, TextAnalysis analysis)
    {
        var isOneWay = line.Contains('>', StringComparison.Ordinal);
        var spellings = line.Split(isOneWay ? '>' : '=', StringSplitOptions.TrimEntries);
        if (spellings.Length < 2 || (isOneWay && (spellings.Length > 2 || line.Contains('=', StringComparison.Ordinal))))
        {
            return "write “name = other name” or “name > other name”.";
        }

        var names = spellings.Select(spelling => (Spelling: spelling, Words: (IReadOnlyList<Word>)[.. analysis.Analyze(spelling).Select(static token => token.Word)])).ToList();
        if (names.Exists(static name => name.Words.Count == 0))
        {
            return "a name has no letters.";
        }

        Groups++;
        foreach (var name in isOneWay ? names.Take(1) : names)
        {
            foreach (var other in names)
            {
                if (!other.Words.Select(static word => word.Stem).SequenceEqual(name.Words.Select(static word => word.Stem)))
                {
                    Add(new Entry(name.Words, other.Spelling, other.Words));
                }
            }
        }

        return null;
    }

    private void Add(Entry entry)
    {
        if (!byFirstStem.TryGetValue(entry.Name[0].Stem, out var entries))
        {
            byFirstStem[entry.Name[0].Stem] = entries = [];
        }

        entries.Add(entry);
    }

    private sealed record Entry(IReadOnlyList<Word> Name, string Spelling, IReadOnlyList<Word> Other);
}

/// <param name="Name">The words in the question.</param>
/// <param name="Spelling">The other name, as the file writes it.</param>
/// <param name="Other">Its words.</param>
internal sealed record NameMatch(IReadOnlyList<Word> Name, string Spelling, IReadOnlyList<Word> Other);
