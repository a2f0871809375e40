using Lectures.Passages;
using Lectures.Transcripts;

namespace Lectures.Semantics;

/// <summary>What is encoded of a lecture: each passage and each sentence.</summary>
internal static class LectureMeanings
{
    /// <param name="known">Vectors by their text, which are not made again.</param>
    public static IReadOnlyList<PassageMeaning> Of(IReadOnlyList<Passage> passages, IReadOnlyDictionary<string, byte[]> known, Func<IReadOnlyList<string>, IReadOnlyList<byte[]>> encode)
    {
        if (passages.Count == 0)
        {
            return [];
        }

        var (transcript, first, end) = (passages[0].Transcript, passages.Min(static passage => passage.FirstSentence), passages.Max(static passage => passage.EndSentence));
        List<string> texts = [.. passages.Select(static passage => passage.Text), .. Enumerable.Range(first, end - first).Select(sentence => Sentence(transcript, sentence))];
        var wanted = texts.Where(text => !known.ContainsKey(text)).Distinct(StringComparer.Ordinal).ToList();
        var made = wanted.Zip(wanted.Count == 0 ? [] : encode(wanted)).ToDictionary(static pair => pair.First, static pair => pair.Second, StringComparer.Ordinal);
        var vectors = texts.ConvertAll(text => known.GetValueOrDefault(text) ?? made[text]);
        return [.. passages.Select((passage, i) => new PassageMeaning(
            vectors[i], [.. vectors.Skip(passages.Count + passage.FirstSentence - first).Take(passage.EndSentence - passage.FirstSentence).SelectMany(static vector => vector)]))];
    }

    /// <summary>The vectors of a lecture by the texts that they were made of.</summary>
    public static IReadOnlyDictionary<string, byte[]> ByText(IReadOnlyList<Passage> passages, IReadOnlyList<PassageMeaning> meanings)
    {
        var known = new Dictionary<string, byte[]>(StringComparer.Ordinal);
        foreach (var (passage, meaning) in passages.Zip(meanings))
        {
            known[passage.Text] = meaning.Passage;
            for (var i = 0; i < passage.EndSentence - passage.FirstSentence; i++)
            {
                known[Sentence(passage.Transcript, passage.FirstSentence + i)] = meaning.Sentence(i).ToArray();
            }
        }

        return known;
    }

    private static string Sentence(Transcript transcript, int sentence) => transcript.Sentences[sentence].In(transcript.Text);
}

/// <param name="Passage">By <see cref="MeaningVector"/>.</param>
/// <param name="Sentences">Those of its sentences in order, one after the other.</param>
internal sealed record PassageMeaning(byte[] Passage, byte[] Sentences)
{
    public ReadOnlySpan<byte> Sentence(int index) => Sentences.AsSpan(index * Passage.Length, Passage.Length);
}
