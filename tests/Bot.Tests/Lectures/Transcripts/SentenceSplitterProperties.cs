using CsCheck;
using Lectures.Transcripts;

namespace Bot.Tests.Lectures.Transcripts;

public class SentenceSplitterProperties
{
    private static readonly string[] Pieces =
    [
        "Rome", "the", "and", "he", "I", "U.S.", "Ph.D.", "St.", "c.", "1450", "1,000", "no", "No", "J.", "VIII", ".", "...", "…", "!", "?", "?!", ",", ";", "“", "”",
        "\"", "’", "(", ")", "—", "1.", "a)", "他走了。", "为什么？", "राजा।", "ذهب؟", "Хрущёв", "😀", "e\u0301", "x", "\u00A0", "\u2003",
    ];

    private static readonly string[] Spaces = [" ", " ", " ", "", "  ", "\t"];

    private static readonly Gen<string> Paragraph = Gen.Select(Property.OneOf(Pieces), Property.OneOf(Spaces), static (piece, space) => piece + space)
        .Array[1, 160].Select(static pieces => string.Concat(pieces));

    private static readonly Gen<(string[] Paragraphs, int[] CueCuts)> Texts = Gen.Select(Paragraph.Array[1, 4], Gen.Int[0, 400].Array[0, 30]);

    [Fact]
    public void Sentences_are_in_order_stay_in_their_paragraph_and_together_hold_every_character_but_white_space() =>
        Property.Holds(Texts, static generated =>
        {
            var (text, paragraphs) = Lay(generated.Paragraphs);
            var cues = Cues(text, generated.CueCuts);

            var sentences = SentenceSplitter.Split(text, paragraphs, cues);

            var at = 0;
            foreach (var sentence in sentences)
            {
                Assert.True(sentence.Start >= at && sentence.End > sentence.Start, $"{sentence} after {at}");
                Assert.True(string.IsNullOrWhiteSpace(text[at..sentence.Start]), $"lost: “{text[at..sentence.Start]}”");
                Assert.False(char.IsWhiteSpace(text[sentence.Start]) || char.IsWhiteSpace(text[sentence.End - 1]));
                Assert.Single(paragraphs, paragraph => paragraph.Span.Contains(sentence));
                at = sentence.End;
            }

            Assert.True(string.IsNullOrWhiteSpace(text[at..]), $"lost: “{text[at..]}”");
        });

    private static (string Text, IReadOnlyList<Paragraph> Paragraphs) Lay(string[] paragraphs)
    {
        var (text, spans) = ("", new List<Paragraph>());
        foreach (var paragraph in paragraphs)
        {
            var start = text.Length == 0 ? 0 : text.Length + 1;
            text = text.Length == 0 ? paragraph : $"{text}\n{paragraph}";
            spans.Add(new Paragraph(new TextSpan(start, text.Length), 0, null, false));
        }

        return (text, spans);
    }

    private static List<Cue> Cues(string text, int[] cuts)
    {
        int[] starts = [0, .. cuts.Where(cut => cut > 0 && cut < text.Length).Order().Distinct()];
        return [.. starts.Select((start, i) => new Cue(
            new TextSpan(start, i + 1 < starts.Length ? starts[i + 1] : text.Length), TimeSpan.FromSeconds(3 * i), TimeSpan.FromSeconds(3 * i + 1 + i % 3)))];
    }
}
