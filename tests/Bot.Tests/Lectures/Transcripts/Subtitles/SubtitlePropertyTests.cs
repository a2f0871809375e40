using System.Text;
using CsCheck;
using Lectures.Passages;
using Lectures.Transcripts;

namespace Bot.Tests.Lectures.Transcripts.Subtitles;

public sealed class SubtitlePropertyTests
{
    [Fact]
    public void What_is_written_as_WebVTT_is_read_back_the_same() =>
        SpokenCues.Lists(withSpeakers: true).ForEach(static cues => Assert.Equal(cues, ReadBack("a.vtt", WebVttWriter.Write(cues))));

    [Fact]
    public void What_is_written_as_SubRip_is_read_back_the_same() =>
        SpokenCues.Lists(withSpeakers: false).ForEach(static cues => Assert.Equal(cues, ReadBack("a.srt", SubRipWriter.Write(cues))));

    [Fact]
    public void Passages_cover_every_sentence_once_apart_from_the_overlap() =>
        Gen.Select(SpokenCues.Lists(withSpeakers: true), Gen.Int[40, 120], Gen.Int[0, 40]).ForEach(
            static made =>
            {
                var (cues, words, overlap) = made;
                var transcript = Transcript("a.vtt", WebVttWriter.Write(cues));

                var passages = new PassageCutter(new PassageOptions { TargetWords = words, OverlapWords = overlap }).Cut(transcript);

                Assert.Equal(0, passages[0].FirstSentence);
                Assert.Equal(transcript.Sentences.Count, passages[^1].EndSentence);
                Assert.All(passages.Zip(passages.Skip(1)), pair =>
                {
                    Assert.InRange(pair.Second.FirstSentence, pair.First.FirstSentence + 1, pair.First.EndSentence);
                    Assert.True(pair.Second.EndSentence > pair.First.EndSentence);
                    var repeated = transcript.Sentences.Take(pair.First.EndSentence).Skip(pair.Second.FirstSentence);
                    Assert.True(repeated.Sum(sentence => Words(sentence.In(transcript.Text))) <= overlap);
                });
            });

    private static List<SpokenCue> ReadBack(string file, string text)
    {
        var transcript = Transcript(file, text);
        return [.. transcript.Cues.Select(cue => new SpokenCue(cue.Start, cue.End, transcript.ParagraphAt(cue.Span.Start).Speaker, cue.Span.In(transcript.Text)))];
    }

    private static Transcript Transcript(string file, string text) =>
        Assert.IsType<ParseResult.Parsed>(TranscriptFiles.Read(file, Encoding.UTF8.GetBytes(text))).Transcript;

    private static int Words(string text) => text.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries).Length;
}
