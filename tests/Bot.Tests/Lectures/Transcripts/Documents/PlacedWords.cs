using System.Globalization;
using System.Text;
using Lectures.Transcripts;

namespace Bot.Tests.Lectures.Transcripts.Documents;

/// <summary>Compares words with those at their place in a source, without white space.</summary>
internal static class PlacedWords
{
    /// <summary>Each run's words are those at its place, and no two runs share a place.</summary>
    /// <param name="shown">What a piece of the source shows: references and escapes decoded.</param>
    /// <param name="marks">Characters that may be marks in the source, which the comparison leaves out on both sides.</param>
    public static void AssertEachOnce(Transcript transcript, string source, Func<string, string> shown, string marks = "")
    {
        string Plain(string text) => string.Concat(Bare(text).Where(c => !marks.Contains(c, StringComparison.Ordinal)));
        var last = 0;
        foreach (var run in transcript.Source.Runs.OrderBy(static run => run.Source.Start))
        {
            Assert.True(run.Source.Start >= last, $"“{run.Text.In(transcript.Text)}” stands where other words stand too.");
            Assert.Equal(Plain(run.Text.In(transcript.Text)), Plain(shown(run.Source.In(source))));
            last = run.Source.End;
        }

        foreach (var sentence in transcript.Sentences)
        {
            var place = transcript.Source.Locate(sentence).In(source);
            Assert.Equal(Plain(FirstWord(sentence.In(transcript.Text))), Plain(shown(place))[..Plain(FirstWord(sentence.In(transcript.Text))).Length]);
            Assert.EndsWith(Plain(LastWord(sentence.In(transcript.Text))), Plain(shown(place)), StringComparison.Ordinal);
        }
    }

    public static string Bare(string text)
    {
        var bare = new StringBuilder();
        foreach (var c in text)
        {
            if (!char.IsWhiteSpace(c) && char.GetUnicodeCategory(c) != UnicodeCategory.Format)
            {
                bare.Append(c);
            }
        }

        return bare.ToString();
    }

    private static string FirstWord(string text) => text.Split(' ')[0];

    private static string LastWord(string text) => text.Split(' ')[^1];
}
