using System.Numerics;
using CsCheck;
using Lectures.Indexing;
using Lectures.Searching;
using Lectures.Transcripts;

namespace Bot.Tests.Lectures.Searching;

public class SoundGramsTests
{
    private static readonly TextAnalysis Analysis = new();

    /// <summary>Few letters, so that runs of sounds meet by chance too.</summary>
    private static readonly Gen<string> Words = Gen.Char["aeiknrstl"].Array[1, 9].Select(static letters => new string(letters));

    [Fact]
    public void A_run_of_a_term_is_found_where_the_sentence_sounds_so_and_nowhere_else() => Property.Holds(
        Gen.Select(Words.Array[1, 6], Words.Array[0, 12]),
        static words =>
        {
            var (terms, sentence) = (words.Item1.Distinct(StringComparer.Ordinal).Select(Analysis.WordOf).ToList(), words.Item2.Select(Analysis.WordOf).ToList());
            var grams = new SoundGrams(new Question("", terms, terms));
            var bytes = PassageTerms.Write([], [], [new PreparedSentence([.. sentence.Select(static word => new Token(word, 0, 0, IsCapitalised: false))], false, new TextSpan(0, 0))], 0);
            var (full, consonants) = (new uint[terms.Count], new uint[terms.Count]);

            grams.Find(new PassageTerms(bytes), 0, full, consonants);

            var heard = string.Concat(sentence.Select(static word => word.Sounds));
            for (var term = 0; term < terms.Count; term++)
            {
                var isLong = terms[term].Exact.Length >= 4;
                Assert.Equal(isLong ? Bits(terms[term].Sounds, heard, 4) : 0, full[term]);
                Assert.Equal(isLong ? Bits(WithoutVowels(terms[term].Sounds), WithoutVowels(heard), 3) : 0, consonants[term]);
            }
        });

    [Fact]
    public void A_long_sentence_is_heard_to_its_end()
    {
        var (term, other) = (Analysis.WordOf("khrushchev"), Analysis.WordOf("banana"));
        var tokens = Enumerable.Repeat(other, 1_000).Append(term).Select(static word => new Token(word, 0, 0, IsCapitalised: false)).ToList();
        var grams = new SoundGrams(new Question("", [term], [term]));
        var (full, consonants) = (new uint[1], new uint[1]);

        grams.Find(new PassageTerms(PassageTerms.Write([], [], [new PreparedSentence(tokens, false, new TextSpan(0, 0))], 0)), 0, full, consonants);

        Assert.Equal(grams.Counts[0], (BitOperations.PopCount(full[0]), BitOperations.PopCount(consonants[0])));
    }

    /// <summary>A bit for each different run of the term, in order, that the sentence has.</summary>
    private static uint Bits(string term, string heard, int length) => Enumerable.Range(0, Math.Max(0, term.Length - length + 1)).Select(at => term.Substring(at, length)).Distinct(StringComparer.Ordinal)
        .Select((run, i) => heard.Contains(run, StringComparison.Ordinal) ? 1u << i : 0).Aggregate(0u, static (bits, bit) => bits | bit);

    private static string WithoutVowels(string sounds)
    {
        var left = "";
        foreach (var sound in sounds.Where(static sound => sound != Sound.Vowel))
        {
            left += left.EndsWith(sound) ? "" : sound;
        }

        return left;
    }
}
