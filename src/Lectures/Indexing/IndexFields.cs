namespace Lectures.Indexing;

/// <summary>
/// The fields of the index. A lecture is a block of documents: first the lecture's own, which stores the transcript, then one for
/// each passage in order, which stores nothing. So a passage's document number less its ordinal leads to its lecture, and its
/// neighbours lie beside it.
/// </summary>
internal static class IndexFields
{
    /// <summary>Stemmed terms of a passage.</summary>
    public const string Body = "body";

    /// <summary>Terms of a passage as written, without case and accents; with positions.</summary>
    public const string Exact = "exact";

    /// <summary>Stemmed terms of the headings that a passage stands under.</summary>
    public const string Section = "section";

    /// <summary>Stemmed terms of the lecture's title.</summary>
    public const string Title = "title";

    /// <summary>Stemmed terms of the series' name.</summary>
    public const string Series = "series";

    /// <summary>A passage's id, so that old buttons and links find it.</summary>
    public const string PassageId = "passage";

    /// <summary><see cref="Scope.KeyOf"/> of the series, to search it alone.</summary>
    public const string SeriesKey = "series-key";

    /// <summary><see cref="Scope.KeyOf"/> of each speaker heard in the passage.</summary>
    public const string SpeakerKey = "speaker-key";

    /// <summary>The lecture's id, on every document of its block: what a replacement deletes.</summary>
    public const string LectureId = "lecture";

    /// <summary>Doc value on passages: the ordinal.</summary>
    public const string Ordinal = "ordinal";

    /// <summary>Doc value on passages: <see cref="PassageTerms"/>.</summary>
    public const string Terms = "terms";

    /// <summary>Doc value on passages, where a model is set: the passage's vector, by <see cref="Semantics.MeaningVector"/>.</summary>
    public const string Meaning = "meaning";

    /// <summary>Doc value on passages, where a model is set: its sentences' vectors in order.</summary>
    public const string SentenceMeanings = "sentence-meanings";

    /// <summary>On the lecture's document: each <see cref="Indexing.Description"/> that it gives, as <see cref="Indexing.Description.Write"/> does.</summary>
    public const string Description = "description";

    /// <summary>Stored on the lecture's document: <see cref="LectureCodec"/>.</summary>
    public const string Lecture = "transcript";
}
