using System.Globalization;
using System.Text;

namespace Bot.Bench;

/// <summary>Hour-long WebVTT files as different producers write them, the same for the same seed.</summary>
internal sealed class GeneratedVtt(int seed)
{
    private const int WordsInAnHour = 9_000;
    private const int WordsInACue = 9;

    private static readonly string[] Words =
        ("the of and to in a was that he his it for with had on as by at from were which be not they this but or their an who have she her one all we " +
        "empire king army treaty city war people river emperor revolution parliament church trade ships winter soldiers merchants province border " +
        "Constantinople Frederick Vienna Hannibal Rome Carthage Louis Paris Moscow Beijing Napoleon Egypt marched besieged signed crowned defeated " +
        "crossed burned promised refused collected taxed sailed returned remembered nineteenth eighteenth 1648 1789 1815 Rhône Zürich").Split(' ');

    private readonly Random random = new(seed);
    private readonly StringBuilder file = new("WEBVTT\n");
    private double seconds;
    private bool startsSentence = true;

    public static IReadOnlyList<string> Kinds { get; } = ["edited", "recognised", "rolling", "voices"];

    public static byte[] Of(string kind, int seed)
    {
        var generated = new GeneratedVtt(seed);
        switch (kind)
        {
            case "edited":
                generated.Write(static words => words.Insert(words.IndexOf(' ', 20), "\n").Replace("\n ", "\n", StringComparison.Ordinal), punctuated: true);
                break;
            case "recognised":
                generated.Write(static words => words, punctuated: false);
                break;
            case "voices":
                generated.Write(
                    static words => $"<v Ruth Adeyemi>{words.Replace(" and ", " &amp; ", StringComparison.Ordinal)}</v>", punctuated: true);
                break;
            default:
                generated.WriteRolling();
                break;
        }

        return Encoding.UTF8.GetBytes(generated.file.ToString());
    }

    private void Write(Func<string, string> markedUp, bool punctuated)
    {
        for (var (cue, written) = (1, 0); written < WordsInAnHour; cue++, written += WordsInACue)
        {
            var words = markedUp(string.Join(' ', Cue(punctuated)));
            file.Append(CultureInfo.InvariantCulture, $"\n{cue}\n{Time(seconds)} --> {Time(seconds + 3.4)}\n{words}\n");
            seconds += 3.6;
        }
    }

    private void WriteRolling()
    {
        file.Append("Kind: captions\nLanguage: en\n");
        var before = " ";
        for (var written = 0; written < WordsInAnHour; written += WordsInACue)
        {
            var words = Cue(punctuated: false);
            file.Append(
                CultureInfo.InvariantCulture, $"\n{Time(seconds)} --> {Time(seconds + 3.59)} align:start position:0%\n{before}\n{words[0]}");
            for (var i = 1; i < words.Length; i++)
            {
                file.Append(CultureInfo.InvariantCulture, $"<{Time(seconds + i * 0.35)}><c> {words[i]}</c>");
            }

            before = string.Join(' ', words);
            file.Append(
                CultureInfo.InvariantCulture,
                $"\n\n{Time(seconds + 3.59)} --> {Time(seconds + 3.6)} align:start position:0%\n{before}\n \n");
            seconds += 3.6;
        }
    }

    private string[] Cue(bool punctuated)
    {
        var words = new string[WordsInACue];
        for (var i = 0; i < words.Length; i++)
        {
            var word = Words[random.Next(Words.Length)];
            if (!punctuated)
            {
                words[i] = word.ToLowerInvariant();
                continue;
            }

            word = startsSentence ? char.ToUpperInvariant(word[0]) + word[1..] : word;
            startsSentence = random.Next(16) == 0;
            words[i] = startsSentence ? word + "." : random.Next(16) == 0 ? word + "," : word;
        }

        return words;
    }

    private static string Time(double seconds) => TimeSpan.FromSeconds(seconds).ToString(@"hh\:mm\:ss\.fff", CultureInfo.InvariantCulture);
}
