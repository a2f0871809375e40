using System.Text.RegularExpressions;
using Bot.Discord.Rendering;
using CsCheck;

namespace Bot.Tests.Discord.Rendering;

public sealed partial class MarkdownEscapeTests
{
    private static readonly string[] Hostile =
    [
        "```", "`", "](http://evil)", "[x](http://evil)", "||", "# ", "## ", "-# ", ">>> ", "> ", "- ", "1. ", "<t:0>", "<t:0:R>", "</x:1>", "<id:guide>",
        "@everyone", "@here", "<@1>", "<@!1>", "<@&1>", "<#1>", "<:n:1>", "<a:n:1>", "**", "__", "~~", "*", "_", "\\", "\\\\", "\n", "\r\n", "\r", " ",
        "\u202E", "\u2066", "\u200B", "http://evil", "<http://evil>", "é", "👑", "👨‍👩‍👧", "ש", "Z\u0337\u0322\u0337\u0322\u0337\u0322\u0337", "\uD800", "\uDC00", "a", "word", ".", "1", "\u2028", "\0",
    ];

    private static readonly Gen<string> Text = Gen.OneOf(Gen.Int[0, Hostile.Length - 1].Select(index => Hostile[index]), Gen.String[0, 4]).Array[0, 12].Select(string.Concat);

    [Fact, Trait("Rule", "78")]
    public void Escaped_text_holds_no_active_token() =>
        Text.Sample(text => Active(MarkdownEscape.Inline(text)) is null, iter: 20_000, seed: "0N0XIzNsQ0O2");

    [Theory, Trait("Rule", "78")]
    [InlineData("# heading", @"\# heading")]
    [InlineData("-# small", @"\-# small")]
    [InlineData("a\n>>> all", "a\n\\>\\>\\> all")]
    [InlineData("1. one", @"1\. one")]
    [InlineData("It was 1964. Then", "It was 1964. Then")]
    [InlineData("well-known (sic)", "well-known (sic)")]
    [InlineData("||x|| **b** ~~s~~ `c`", @"\|\|x\|\| \*\*b\*\* \~\~s\~\~ \`c\`")]
    [InlineData("@everyone", "@\u200Beveryone")]
    [InlineData("<@1>", "\\<\u200B@\u200B1\\>")]
    [InlineData("[x](http://evil)", "\\[x\\](http:\u200B//evil)")]
    [InlineData("a\r\n\r\n\r\n\r\nb", "a\n\nb")]
    [InlineData("\u202Eevil\u202C", "evil")]
    public void Escapes_are_as_few_as_can_be(string text, string expected) => Assert.Equal(expected, MarkdownEscape.Inline(text));

    [Fact, Trait("Rule", "78")]
    public void What_is_seen_of_escaped_text_is_the_text() =>
        Text.Sample(text => Seen(MarkdownEscape.Inline(text)) == MarkdownEscape.Clean(text), iter: 5_000, seed: "0N0XIzNsQ0O2");

    [Fact, Trait("Rule", "78")]
    public void A_link_label_cannot_end_its_link() =>
        Text.Sample(
            text =>
            {
                var label = MarkdownEscape.LinkLabel(text);
                return label.Length > 0 && !LabelBreaker().IsMatch(label);
            },
            iter: 20_000,
            seed: "0N0XIzNsQ0O2");

    [Theory]
    [InlineData("The Gracchi  (part 1)", "The Gracchi part 1")]
    [InlineData("See https://a.example/b for more", "See for more")]
    [InlineData("Watch it at x,WWW.a.example/b now", "Watch it at x, now")]
    [InlineData("awww.that is www. all", "awww.that is www. all")]
    [InlineData("http://", "–")]
    public void A_label_keeps_its_words_and_loses_addresses(string text, string label) => Assert.Equal(label, MarkdownEscape.LinkLabel(text));

    [Fact]
    public void More_than_one_empty_line_in_a_row_says_no_more() => Assert.Equal("a\n\nb", MarkdownEscape.Clean("a\r\n\n\u200B\n\n\nb"));

    [Fact, Trait("Rule", "77")]
    public void A_cut_keeps_to_its_length_and_breaks_no_character() =>
        Gen.Select(Text, Gen.Int[1, 60]).Sample(
            (text, most) =>
            {
                var clean = MarkdownEscape.Clean(text);
                var cut = TextLength.Cut(clean, most);
                return TextLength.Of(cut) <= most && !HalfSurrogate().IsMatch(cut) && (clean.Length == 0 || cut.Length > 0);
            },
            iter: 20_000,
            seed: "0N0XIzNsQ0O2");

    [Theory, Trait("Rule", "77")]
    [InlineData("One. Two three four.", 12, "One. Two…")]
    [InlineData("One two. Three four.", 12, "One two.…")]
    [InlineData("abcdefghijkl", 5, "abcd…")]
    [InlineData("👑👑👑", 3, "👑👑👑")]
    [InlineData("👑👑👑", 2, "👑…")]
    public void A_cut_ends_at_a_sentence_else_at_a_word(string text, int most, string expected) => Assert.Equal(expected, TextLength.Cut(text, most));

    [Fact, Trait("Rule", "77")]
    public void Lengths_are_code_points() => Assert.Equal(2_000, TextLength.Of(string.Concat(Enumerable.Repeat("👑", 2_000))));

    [Fact, Trait("Rule", "77")]
    public void Towers_of_marks_are_taken_down()
    {
        var zalgo = "H" + new string('\u0336', 4_000) + "i";

        Assert.InRange(MarkdownEscape.Inline(zalgo).Length, 2, 10);
    }

    /// <summary>An independent reading of Discord's markup: the first token that would still act.</summary>
    private static string? Active(string escaped)
    {
        // What follows a backslash is shown as it is.
        var plain = Escaped().Replace(escaped, "\uFFFC");
        return ActiveToken().Match(plain) is { Success: true } match ? match.Value : null;
    }

    private static string Seen(string escaped) => Escaped().Replace(escaped, match => match.Value[1..]).Replace("\u200B", "", StringComparison.Ordinal);

    [GeneratedRegex(@"\\[!-/:-@\[-`{-~]")]
    private static partial Regex Escaped();

    [GeneratedRegex(@"[`*_~|\[\]<>\\]|@everyone|@here|\w://|^ *(#{1,3} |-# |[-+] |\d+[.)] )|[\u202A-\u202E\u2066-\u2069\0]|\r|\n{3}", RegexOptions.Multiline)]
    private static partial Regex ActiveToken();

    [GeneratedRegex(@"[\[\]()*_~|`<>\\@\n]|\w://")]
    private static partial Regex LabelBreaker();

    [GeneratedRegex(@"[\uD800-\uDBFF](?![\uDC00-\uDFFF])|(?<![\uD800-\uDBFF])[\uDC00-\uDFFF]")]
    private static partial Regex HalfSurrogate();
}
