using CsCheck;

namespace Bot.Tests.Lectures.Transcripts.Subtitles;

/// <summary>Makes up cues that mean to mislead a parser: words that look like markup, numbers, times and comments.</summary>
internal static class SpokenCues
{
    private static readonly string[] Misleading =
    [
        "NOTE", "STYLE", "WEBVTT", "-->", "1", "17", "1984", "<i>", "</v>", "<v", "&amp;", "&", "<", "x<y", "{\\an8}", "\\N", "C:\\h", "00:01.000", "[Music]", "(sighs)",
        "U.S.", "Dr.", "“Rome.”", "no", "no.", "Đặng", "Zürich", "e\u0301", "שלום", "北京。", "😀", "-", "—", "…", "5", "%s", "?",
    ];

    private static readonly Gen<string> Word = Gen.Frequency(
        (3, Gen.Char['a', 'z'].Array[1, 9].Select(static letters => new string(letters))),
        (1, Gen.Int[0, Misleading.Length - 1].Select(static i => Misleading[i])));

    private static readonly string?[] Speakers = [null, "Ruth Adeyemi", "Tomás & Vega", "<Guest>"];

    private static readonly Gen<string?> Speaker = Gen.Int[0, Speakers.Length - 1].Select(static i => Speakers[i]);

    /// <summary>In order of time, some on top of each other, some after a pause. No cue begins with words that the one before it shows,
    /// since that is how captions look that roll.</summary>
    public static Gen<List<SpokenCue>> Lists(bool withSpeakers) =>
        Gen.Select(Gen.Int[0, 3_000], Gen.Int[1, 6_000], withSpeakers ? Speaker : Gen.Const((string?)null), Word.Array[1, 12]).List[1, 40].Select(static parts =>
        {
            var cues = new List<SpokenCue>();
            var start = 0;
            foreach (var (pause, length, speaker, words) in parts)
            {
                start += pause;
                cues.Add(new SpokenCue(
                    TimeSpan.FromMilliseconds(start), TimeSpan.FromMilliseconds(start + length), speaker, Words(cues.Count, words)));
            }

            return cues;
        });

    private static string Words(int cue, string[] words) => $"w{cue} {string.Join(' ', words)}";
}
