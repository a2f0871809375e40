namespace Lectures.Transcripts.Spoken;

/// <summary>
/// Decides which words before a colon name a speaker ("DAN: Good evening") and which belong to what is said ("Remember: …"). A speaker's
/// label is a recogniser's, or in capitals, or comes again; so all that could be labels are counted before one is taken.
/// </summary>
internal sealed class SpeakerLabels
{
    private const int Widest = 62;

    private static readonly HashSet<string> NoSpeakers = new(StringComparer.OrdinalIgnoreCase)
    {
        "note", "notes", "example", "remember", "source", "sources", "warning", "chapter", "part", "fact", "myth", "result", "summary", "conclusion", "question", "answer",
        "act", "scene", "book", "volume", "section", "lecture", "lesson", "title", "series", "date", "url", "link", "episode", "duration", "language", "http", "https", "bc", "ad", "bce", "ce", "first", "second", "third", "finally", "again",
        "breaking news", "further reading", "image", "image credit", "photo", "photo credit", "credit", "update", "transcript", "spoiler", "caution", "important",
    };

    /// <summary>Who speaks in interviews without a name.</summary>
    private static readonly HashSet<string> Roles = new(StringComparer.OrdinalIgnoreCase)
    {
        "host", "guest", "interviewer", "interviewee", "moderator", "narrator", "presenter", "professor", "lecturer", "student", "audience", "caller", "announcer", "reporter", "teacher",
    };

    private readonly Dictionary<string, int> counts = new(StringComparer.Ordinal);
    private readonly Dictionary<string, int> above = new(StringComparer.Ordinal);
    private bool? aboveAreSpeakers;
    private bool someCapitalsComeAgain;
    private SpeakerNames? names;
    private int all;

    /// <summary>Whether names in ordinary spelling are taken, as they are where most lines carry one.</summary>
    public bool TakesMixedCase { get; set; } = true;

    /// <summary>Whether a full name is taken that comes only once: where nearly every turn carries a name, a guest may say one thing.</summary>
    public bool TakesNamesOnce { get; set; }

    /// <summary>How many labels were counted.</summary>
    public int All => all;

    /// <param name="words">Where what is said begins.</param>
    public static bool TryRead(ReadOnlySpan<char> text, out TextSpan name, out int words)
    {
        (name, words) = (default, 0);
        var colon = text[..Math.Min(text.Length, Widest)].IndexOf(':');
        if (colon <= 0 || (colon + 1 < text.Length && !char.IsWhiteSpace(text[colon + 1])))
        {
            return false;
        }

        var (start, end) = text[0] == '[' && text[colon - 1] == ']' ? (1, colon - 1) : (0, colon);
        while (end > start && text[end - 1] == ' ')
        {
            end--;
        }

        if (!SpeakerNames.IsName(text[start..end]) && text[start..end] is not ("Q" or "A"))
        {
            return false;
        }

        name = new TextSpan(start, end);
        words = colon + 1;
        while (words < text.Length && char.IsWhiteSpace(text[words]))
        {
            words++;
        }

        return true;
    }

    /// <param name="times">More than one for a name that stands where only a speaker can.</param>
    public void Count(ReadOnlySpan<char> label, int times = 1)
    {
        if (label.IsEmpty)
        {
            return;
        }

        var name = label.ToString();
        var count = counts.GetValueOrDefault(name) + times;
        counts[name] = count;
        all++;
        someCapitalsComeAgain |= count > 1 && IsCapitals(label, out var letters) && letters > 2 && !NoSpeakers.Contains(name);
    }

    /// <summary>Words before a colon that head what is said: "Remember: …".</summary>
    public static bool NamesNobody(string label) => NoSpeakers.Contains(label) || NoSpeakers.Contains(label.Split(' ')[0]) || Abbreviations.StartsSentences(label);

    /// <summary>A line of its own above a paragraph, which may name who says it.</summary>
    public void CountAbove(ReadOnlySpan<char> line)
    {
        if (SpeakerNames.IsName(line))
        {
            var name = line.ToString();
            above[name] = above.GetValueOrDefault(name) + 1;
        }
    }

    /// <summary>To be asked when all lines are counted. Whether the line is a name that stands above paragraphs again and again, where others do too: headings come once.</summary>
    public bool StandsAbove(ReadOnlySpan<char> line)
    {
        aboveAreSpeakers ??= above.Count > 1 && above.Values.Sum() > 2 && above.Values.Count(static count => count > 1) * 2 >= above.Count;
        return aboveAreSpeakers.Value && above.ContainsKey(line.ToString());
    }

    public bool Accepts(ReadOnlySpan<char> label)
    {
        if (label is "Q" or "A")
        {
            // One alone is a list of questions.
            return counts.GetValueOrDefault("Q") > 1 && counts.GetValueOrDefault("A") > 1;
        }

        if (SpeakerNames.IsNumbered(label))
        {
            return true;
        }

        var name = label.ToString();
        var count = counts.GetValueOrDefault(name);
        if (NamesNobody(name))
        {
            return false;
        }

        if (IsCapitals(label, out var letters))
        {
            return letters > 2 ? count > 1 || (someCapitalsComeAgain && !label.ContainsAnyInRange('0', '9')) : letters == 2 && count > 2;
        }

        return TakesMixedCase && count >= (Roles.Contains(name) ? 2 : !label.Contains(' ') ? 3 : TakesNamesOnce ? 1 : 2);
    }

    /// <summary>What a turn with an accepted label is attributed to. To be asked when all labels are counted.</summary>
    public string? Shown(ReadOnlySpan<char> label) => Names.Shown(label.ToString());

    /// <summary>The one who speaks all the time; null where there are several or none is named.</summary>
    public string? Only => Names.Only;

    private SpeakerNames Names => names ??= SpeakerNames.Of(counts.Keys.Where(label => Accepts(label)).Concat(above.Keys.Where(name => StandsAbove(name))));

    private static bool IsCapitals(ReadOnlySpan<char> label, out int letters)
    {
        letters = 0;
        foreach (var c in label)
        {
            if (char.IsLower(c))
            {
                return false;
            }

            letters += char.IsLetter(c) ? 1 : 0;
        }

        return letters > 1;
    }
}
