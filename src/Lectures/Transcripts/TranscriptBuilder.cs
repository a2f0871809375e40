using System.Text;

namespace Lectures.Transcripts;

/// <summary>
/// What every parser writes to: it keeps text, source map, sections, paragraphs and cues in step, so that a parser only says what it
/// read and where it stood.
/// </summary>
internal sealed class TranscriptBuilder(string file, SourceUnit unit = SourceUnit.Character)
{
    private readonly StringBuilder text = new();
    private readonly List<SourceRun> runs = [];
    private readonly List<(string? Heading, int Start)> sections = [(null, 0)];
    private readonly List<(int Start, int Section, string? Speaker, bool FollowsGap)> paragraphs = [];
    private readonly List<(int Start, TimeSpan From, TimeSpan To)> cues = [];
    private bool paragraphPending = true;
    private bool gapPending;
    private string? speaker;
    private int setAside;

    public bool IsEmpty => text.Length == 0;

    /// <summary>Starts a section; a heading that nothing follows leaves no section behind.</summary>
    public void BeginSection(string? heading)
    {
        if (sections[^1].Start == text.Length)
        {
            sections.RemoveAt(sections.Count - 1);
        }

        sections.Add((heading, text.Length));
        paragraphPending = true;
    }

    public void BeginParagraph() => paragraphPending = true;

    /// <summary>A change of speaker starts a paragraph.</summary>
    public void SpokenBy(string? name)
    {
        if (name != speaker)
        {
            speaker = name;
            paragraphPending = true;
        }
    }

    /// <summary>A line that carries no speech. What follows it is not quoted together with what precedes it.</summary>
    public void SetAside()
    {
        setAside++;
        gapPending = true;
        paragraphPending = true;
    }

    /// <summary>A line without speech that stands outside the flow of text (comments, headings, names of the format).</summary>
    public void SetAsideOutside() => setAside++;

    /// <summary>The cue that the words from here on belong to.</summary>
    public void BeginCue(TimeSpan from, TimeSpan to) => cues.Add((-1, from, to < from ? from : to));

    /// <summary>A cue whose end the source does not tell: it lasts until the next one.</summary>
    public void BeginCue(TimeSpan from) => cues.Add((-1, from, TimeSpan.MaxValue));

    /// <summary>Takes over a run of the source unchanged.</summary>
    public void Append(ReadOnlySpan<char> words, int sourceStart, int line) =>
        Append(words, new TextSpan(sourceStart, sourceStart + words.Length), line);

    /// <summary>Adds words that stand at a place of the source, in whatever spelling there.</summary>
    public void Append(ReadOnlySpan<char> words, TextSpan source, int line)
    {
        if (!words.IsEmpty)
        {
            Separate();
            Add(words, source, line);
        }
    }

    /// <summary>Goes on where the last run ended, in the middle of a word or after white space that the run holds.</summary>
    public void Continue(ReadOnlySpan<char> words, TextSpan source, int line)
    {
        if (paragraphPending)
        {
            Append(words, source, line);
        }
        else if (!words.IsEmpty)
        {
            Add(words, source, line);
        }
    }

    /// <param name="details">What the content tells; completed from the file's name.</param>
    public Transcript Build(LectureDetails details)
    {
        var known = details.Or(LectureNames.OfFile(file));
        var whole = text.ToString();
        var paragraphList = Paragraphs();
        var cueList = Cues();
        return new Transcript
        {
            Lecture = new Lecture
            {
                Id = LectureId.ForFile(file),
                File = file,
                Title = known.Title ?? file,
                Series = known.Series,
                Speaker = known.Speaker,
                Number = known.Number,
                Date = known.Date,
                Url = known.Url,
                License = known.License,
            },
            Text = whole,
            Sections = Sections(),
            Paragraphs = paragraphList,
            Sentences = SentenceSplitter.Split(whole, paragraphList, cueList),
            Cues = cueList,
            Source = new SourceMap(unit, runs),
            LinesSetAside = setAside,
        };
    }

    private void Add(ReadOnlySpan<char> words, TextSpan source, int line)
    {
        var start = text.Length;
        text.Append(words);
        runs.Add(new SourceRun(new TextSpan(start, text.Length), source, line));
        if (cues.Count > 0 && cues[^1].Start < 0)
        {
            cues[^1] = cues[^1] with { Start = start };
        }
    }

    private void Separate()
    {
        if (!paragraphPending)
        {
            text.Append(' ');
            return;
        }

        if (text.Length > 0)
        {
            text.Append('\n');
        }

        if (sections[^1].Start == text.Length - 1)
        {
            sections[^1] = sections[^1] with { Start = text.Length };
        }

        paragraphs.Add((text.Length, sections.Count - 1, speaker, gapPending && paragraphs.Count > 0));
        paragraphPending = false;
        gapPending = false;
    }

    private List<Section> Sections()
    {
        var used = sections.Where(section => section.Start < text.Length || text.Length == 0).ToList();
        return [.. used.Select((section, i) => new Section(section.Heading, new TextSpan(section.Start, EndBefore(i + 1 < used.Count ? used[i + 1].Start : null))))];
    }

    private List<Paragraph> Paragraphs() =>
        [.. paragraphs.Select((p, i) => new Paragraph(
            new TextSpan(p.Start, EndBefore(i + 1 < paragraphs.Count ? paragraphs[i + 1].Start : null)), p.Section, p.Speaker, p.FollowsGap))];

    private List<Cue> Cues()
    {
        var used = cues.Where(cue => cue.Start >= 0).ToList();
        if (used.Count > 0 && used[0].Start > 0)
        {
            // What stands before the first time is spoken before it.
            used.Insert(0, (0, TimeSpan.Zero, used[0].From));
        }

        return [.. used.Select((cue, i) =>
        {
            var next = i + 1 < used.Count ? used[i + 1] : default((int Start, TimeSpan From, TimeSpan To)?);
            return new Cue(new TextSpan(cue.Start, EndBefore(next?.Start)), cue.From, cue.To < TimeSpan.MaxValue ? cue.To : Later(cue.From, next?.From));
        })];
    }

    private static TimeSpan Later(TimeSpan from, TimeSpan? next) => next is { } later && later > from ? later : from;

    /// <summary>One separator stands between neighbours; the last one ends with the text.</summary>
    private int EndBefore(int? next) => next is { } start ? start - 1 : text.Length;
}
