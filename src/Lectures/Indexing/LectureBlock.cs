using Lectures.Passages;
using Lectures.Semantics;
using Lectures.Transcripts;
using Lucene.Net.Documents;
using Lucene.Net.Index;
using Lucene.Net.Util;

namespace Lectures.Indexing;

/// <summary>Passage ↔ document: makes the block of documents of a lecture, as <see cref="IndexFields"/> describes it.</summary>
internal static class LectureBlock
{
    /// <summary>A space and the letters of a rather short word: what a list of words has room for from the start.</summary>
    private const int LettersOfWord = 5;

    private static readonly FieldType WithoutPositions = Frozen(IndexOptions.DOCS_AND_FREQS);
    private static readonly FieldType WithPositions = Frozen(IndexOptions.DOCS_AND_FREQS_AND_POSITIONS);

    /// <summary>All that can be worked out away from the index writer, so that lectures are prepared side by side.</summary>
    /// <param name="encode">Gives the passages' vectors; null where no model is set.</param>
    public static PreparedLecture Prepare(
        Transcript transcript, PassageCutter cutter, TextAnalysis analysis, Func<IReadOnlyList<Passage>, IReadOnlyList<PassageMeaning>>? encode = null)
    {
        var passages = cutter.Cut(transcript);
        var meanings = encode?.Invoke(passages);
        var lecture = transcript.Lecture;
        var descriptions = new HashSet<string>(StringComparer.Ordinal);
        var sentences = transcript.Sentences.Select(sentence => Analyze(analysis, transcript.Text, sentence, descriptions)).ToList();
        return new PreparedLecture(
            LectureCodec.Write(new IndexedLecture(transcript, passages)),
            lecture.Id,
            [.. passages.Select((passage, i) => new PreparedPassage(
                passage.Id,
                passage.FirstSentence,
                sentences.GetRange(passage.FirstSentence, passage.EndSentence - passage.FirstSentence),
                analysis.Analyze(passage.Section ?? ""),
                SpeakersOf(passage),
                meanings?[i]))],
            analysis.Analyze(lecture.Title),
            analysis.Analyze(lecture.Series ?? ""),
            lecture.Series is { } series ? Scope.KeyOf(series) : null,
            descriptions);
    }

    /// <summary>The documents in block order. They share streams and the list of words, so each must be taken before the next is asked for.</summary>
    public static IEnumerable<Document> Documents(PreparedLecture lecture)
    {
        yield return
        [
            new StringField(IndexFields.LectureId, lecture.Id.Value, Field.Store.NO),
            new StoredField(IndexFields.Lecture, lecture.Stored),
            .. lecture.Descriptions.Select(static description => new StringField(IndexFields.Description, description, Field.Store.NO)),
        ];

        var (body, exact, section, title, series) =
            (new TermStream(stems: true), new TermStream(stems: false), new TermStream(stems: true), new TermStream(stems: true), new TermStream(stems: true));
        IReadOnlyList<Token> titles = [.. lecture.Title, .. lecture.Series];
        var words = new List<Token>();
        for (var ordinal = 0; ordinal < lecture.Passages.Count; ordinal++)
        {
            var passage = lecture.Passages[ordinal];
            words.Clear();
            foreach (var sentence in passage.Sentences)
            {
                words.AddRange(sentence.Tokens);
            }

            Document document =
            [
                new StringField(IndexFields.LectureId, lecture.Id.Value, Field.Store.NO),
                new StringField(IndexFields.PassageId, passage.Id, Field.Store.NO),
                new NumericDocValuesField(IndexFields.Ordinal, ordinal),
                new BinaryDocValuesField(IndexFields.Terms, new BytesRef(PassageTerms.Write(passage.Heading, titles, passage.Sentences, passage.FirstSentence))),
                new Field(IndexFields.Body, body.Over(words), WithoutPositions),
                new Field(IndexFields.Exact, exact.Over(words), WithPositions),
                new Field(IndexFields.Section, section.Over(passage.Heading), WithoutPositions),
                new Field(IndexFields.Title, title.Over(lecture.Title), WithoutPositions),
                new Field(IndexFields.Series, series.Over(lecture.Series), WithoutPositions),
            ];
            if (lecture.SeriesKey is { } key)
            {
                document.Add(new StringField(IndexFields.SeriesKey, key, Field.Store.NO));
            }

            if (passage.Meaning is { } meaning)
            {
                document.Add(new BinaryDocValuesField(IndexFields.Meaning, new BytesRef(meaning.Passage)));
                document.Add(new BinaryDocValuesField(IndexFields.SentenceMeanings, new BytesRef(meaning.Sentences)));
            }

            foreach (var speaker in passage.SpeakerKeys)
            {
                document.Add(new StringField(IndexFields.SpeakerKey, speaker, Field.Store.NO));
            }

            yield return document;
        }
    }

    public static IndexedLecture Read(IndexReader reader, int lectureDocument) => LectureReader.Whole(Stored(reader, lectureDocument));

    /// <summary>One passage, as <see cref="LectureReader.One"/> gives it.</summary>
    public static Passage ReadPassage(IndexReader reader, int lectureDocument, int ordinal) => LectureReader.One(Stored(reader, lectureDocument), ordinal);

    private static ReadOnlySpan<byte> Stored(IndexReader reader, int lectureDocument)
    {
        var stored = reader.Document(lectureDocument).GetBinaryValue(IndexFields.Lecture);
        return stored.Bytes.AsSpan(stored.Offset, stored.Length);
    }

    /// <summary>Those who speak in the passage; where no turn names one, the lecture's speaker.</summary>
    private static string[] SpeakersOf(Passage passage)
    {
        var transcript = passage.Transcript;
        return [.. Enumerable.Range(passage.FirstSentence, passage.EndSentence - passage.FirstSentence)
            .Select(sentence => transcript.ParagraphAt(transcript.Sentences[sentence].Start).Speaker ?? transcript.Lecture.Speaker)
            .OfType<string>().Distinct(StringComparer.Ordinal).Select(Scope.KeyOf)];
    }

    private static PreparedSentence Analyze(TextAnalysis analysis, string transcript, TextSpan sentence, HashSet<string> descriptions)
    {
        var text = transcript.AsSpan(sentence.Start, sentence.Length);
        var tokens = new List<Token>(text.Length / LettersOfWord + 1);
        analysis.Analyze(text, tokens);
        SpeechFilter.Apply(text, tokens);
        DescriptionReader.Read(text, tokens, descriptions);
        SpokenNumbers.Add(analysis, tokens);
        return new PreparedSentence(tokens, text.TrimEnd("”\"’')").EndsWith("?"), sentence);
    }

    private static FieldType Frozen(IndexOptions options)
    {
        var type = new FieldType { IsIndexed = true, IsTokenized = true, IndexOptions = options };
        type.Freeze();
        return type;
    }
}

/// <summary>A lecture ready to be written.</summary>
/// <param name="Stored">By <see cref="LectureCodec"/>.</param>
/// <param name="Descriptions">As <see cref="IndexFields.Description"/> has them.</param>
internal sealed record PreparedLecture(
    byte[] Stored, LectureId Id, IReadOnlyList<PreparedPassage> Passages, IReadOnlyList<Token> Title, IReadOnlyList<Token> Series, string? SeriesKey,
    IReadOnlyCollection<string> Descriptions)
{
    public int Words { get; } = Passages.Sum(static passage => passage.Sentences.Sum(static sentence => sentence.Tokens.Count));
}

/// <param name="FirstSentence">Among its transcript's.</param>
/// <param name="Heading">Of the section that the passage stands in.</param>
/// <param name="Meaning">Null where no model is set.</param>
internal sealed record PreparedPassage(
    string Id, int FirstSentence, IReadOnlyList<PreparedSentence> Sentences, IReadOnlyList<Token> Heading, IReadOnlyList<string> SpeakerKeys, PassageMeaning? Meaning);

/// <param name="IsQuestion">It ends with a question mark.</param>
/// <param name="Span">In the transcript's text.</param>
internal sealed record PreparedSentence(IReadOnlyList<Token> Tokens, bool IsQuestion, TextSpan Span);
