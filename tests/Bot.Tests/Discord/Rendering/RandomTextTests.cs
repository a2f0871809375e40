using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using Bot.Chat;
using Bot.Discord.Protocol;
using Bot.Discord.Rendering;
using Bot.Tests.FakeDiscord.Oracle;
using CsCheck;
using Lectures.Answers;
using Lectures.Passages;
using Lectures.Transcripts;

namespace Bot.Tests.Discord.Rendering;

/// <summary>Whatever a transcript, its headings and a question are written in, what is sent is within every limit and whole.</summary>
public sealed partial class RandomTextTests
{
    private const int MostOfExcerpt = ExcerptSelector.MostCharacters;

    private static readonly string[] Pieces =
    [
        " ", " ", " ", ". ", ". ", "? ", "! ", "\n", "\t", "a", "Word", "słowo", "слово", "λόγος", "דבר", "كلمة", "言葉", "ก็", "क्षि", "\U0001F451", "\U0001F468\u200D\U0001F469\u200D\U0001F467",
        "\U00020000", "e\u0301", "Z\u0337\u0322\u0321\u0317\u0336", "\u202E", "\u2066", "\u200B", "\u200D", "\uFEFF", "\uD800", "\uDC00", "\0", "\u0007", "*", "_", "`", "~", "|", "[", "]", "(", ")", "<", ">",
        "#", "@", "\\", "https://a.example/b", "@everyone", "<@1>", "\u2028",
    ];

    // Mostly short; sometimes a hundred thousand bytes and more.
    private static readonly Gen<string> Text =
        Gen.Select(Gen.Int[0, Pieces.Length - 1].Select(static i => Pieces[i]).Array[1, 60].Select(string.Concat), Gen.Frequency((12, Gen.Int[1, 12]), (1, Gen.Int[1_000, 2_500])))
            .Select(static (text, times) => string.Concat(Enumerable.Repeat(text, times)));

    private static readonly Gen<(string Text, string Heading, string Question)> Cases = Gen.Select(Text, Text, Text);

    [Fact]
    [Trait("Rule", "76")]
    [Trait("Rule", "77")]
    public void Answers_of_any_text_are_within_every_limit_and_break_no_character() => Property.Holds(Cases, static one =>
    {
        var passages = Passages(one.Text, one.Heading);
        List<Block> quotations =
        [
            .. passages.Select(Excerpt).Take(3).Select(static (excerpt, i) => new Block.Quotation(i + 1, excerpt)),
            new Block.Text(ExplanationText.AlsoSearched([(one.Question, one.Heading), (one.Heading, one.Question)])),
        ];
        var question = QuestionText.Shortened(QuestionText.Of(one.Question), 400);
        var request = new Request(question) { From = 4 };
        if (passages.Count == 0)
        {
            return;
        }

        Check(AnswerRenderer.Render(new Reply(ReplyKind.Answered, quotations) { HasMore = true }, request, isPrivate: true));
        Check(AnswerRenderer.RenderOne(new Reply(ReplyKind.Answered, [quotations[0]]), question, isPrivate: true));
        Check(ContextRenderer.Render(new Reply(ReplyKind.Answered, [new Block.Surroundings(passages[0], passages[passages.Count / 2], passages[^1])])));
    });

    [Fact]
    [Trait("Rule", "76")]
    [Trait("Rule", "77")]
    public void Notices_and_lists_of_any_text_are_within_every_limit_and_break_no_character() => Property.Holds(Cases, static one =>
    {
        Block[] blocks = [new Block.Text("Closest in subject:"), new Block.Heading(one.Heading), .. Enumerable.Repeat(new Block.Item(one.Heading, one.Text), 30), new Block.Copyable("BibTeX", one.Text), new Block.Text(TextLength.Cut(one.Question, 3_000))];
        foreach (var kind in Enum.GetValues<ReplyKind>())
        {
            Check(AnswerRenderer.Render(new Reply(kind, blocks), new Request(QuestionText.Shortened(QuestionText.Of(one.Question), 400)), isPrivate: false));
        }

        Check(ReplyRenderer.Notice(new Reply(ReplyKind.Answered, blocks)));
    });

    private static void Check(MessageCreate message)
    {
        var callback = JsonSerializer.SerializeToNode(new InteractionResponse.Reply(message), DiscordJson.Default.InteractionResponse)!;
        Assert.Empty(BodyOracle.Check(BodyKind.Callback, callback));
        Assert.Empty(BodyOracle.Check(BodyKind.Edit, JsonSerializer.SerializeToNode(message.ToEdit(), DiscordJson.Default.MessageEdit)));
        Assert.All(Strings(callback), static text =>
        {
            Assert.NotEqual("", text.Trim());
            Assert.DoesNotMatch(HalfSurrogate(), text);
        });
    }

    /// <summary>Of the records themselves: JSON would have replaced a broken character.</summary>
    private static IEnumerable<string> Strings(JsonNode callback) => callback["data"]!["embeds"]!.AsArray()
        .SelectMany(static embed => new[] { embed!["description"], embed["footer"]?["text"] }).OfType<JsonNode>().Select(static node => node.GetValue<string>());

    private static IReadOnlyList<Passage> Passages(string text, string heading)
    {
        var builder = new TranscriptBuilder("lecture.txt");
        builder.BeginSection(heading);
        foreach (var (line, paragraph) in text.Split('\n').Index())
        {
            builder.BeginParagraph();
            builder.Append(paragraph, 0, line + 1);
        }

        return builder.IsEmpty ? [] : new PassageCutter(new PassageOptions()).Cut(builder.Build(LectureDetails.None with { Title = heading, Speaker = heading, Series = heading }));
    }

    private static Excerpt Excerpt(Passage passage)
    {
        var sentences = passage.Transcript.Sentences.Skip(passage.FirstSentence).Take(passage.EndSentence - passage.FirstSentence).ToList();
        var start = sentences[0].Start;
        var end = sentences.TakeWhile(sentence => sentence.End - start <= MostOfExcerpt).Select(static sentence => sentence.End).LastOrDefault(Math.Min(sentences[0].End, start + MostOfExcerpt));
        var highlight = sentences[sentences.Count / 2];
        return new Excerpt(passage, new TextSpan(start, end), highlight.End <= end ? highlight : new TextSpan(start, Math.Min(sentences[0].End, end)));
    }

    [GeneratedRegex(@"[\uD800-\uDBFF](?![\uDC00-\uDFFF])|(?<![\uD800-\uDBFF])[\uDC00-\uDFFF]")]
    private static partial Regex HalfSurrogate();
}
