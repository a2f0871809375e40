using System.Globalization;
using System.Text;

namespace Bot.Bench.Large;

/// <summary>
/// Lectures of about a hundred passages each, out of the shared text: its sentences in another order, every third word another of its
/// words drawn as often as it occurs there, and now and then one from a pool of made-up words, so that the vocabulary is that of a large
/// library. The same seed gives the same files.
/// </summary>
internal static class LargeLibrary
{
    private const int Seed = 1453;
    private const int SentencesPerParagraph = 6;
    private const int ParagraphsPerLecture = 100;
    private const int WordsPerLecture = 12_000;
    private const int Pool = 300_000;
    private const double Exchanged = 0.33;
    private const double MadeUp = 0.004;

    public static void Write(string source, string folder, int lectures)
    {
        Directory.CreateDirectory(folder);
        var sentences = Directory.EnumerateFiles(source).Order(StringComparer.Ordinal)
            .SelectMany(static file => File.ReadAllText(file).Split(". ")).Select(static sentence => sentence.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries))
            .Where(static sentence => sentence.Length is > 4 and < 60).ToArray();
        var words = sentences.SelectMany(static sentence => sentence).ToArray();
        var random = new Random(Seed);
        var pool = Enumerable.Range(0, Pool).Select(_ => MakeUp(random)).ToArray();
        var text = new StringBuilder();
        for (var lecture = 0; lecture < lectures; lecture++)
        {
            text.Clear().Append(CultureInfo.InvariantCulture, $"Lecture {lecture + 1} on {words[random.Next(words.Length)]} and {words[random.Next(words.Length)]}\n\n");
            for (var (paragraph, written) = (0, 0); paragraph < ParagraphsPerLecture && written < WordsPerLecture; paragraph++)
            {
                for (var i = 0; i < SentencesPerParagraph; i++)
                {
                    foreach (var word in sentences[random.Next(sentences.Length)])
                    {
                        var draw = random.NextDouble();
                        text.Append(draw < MadeUp ? pool[random.Next(Pool)] : draw < Exchanged ? words[random.Next(words.Length)] : word).Append(' ');
                        written++;
                    }

                    text.Length--;
                    text.Append(". ");
                }

                text.Append("\n\n");
            }

            File.WriteAllText(Path.Combine(folder, string.Create(CultureInfo.InvariantCulture, $"{lecture + 1:00000}.txt")), text.ToString());
        }
    }

    private static string MakeUp(Random random)
    {
        var word = new StringBuilder();
        for (var syllables = random.Next(2, 5); syllables > 0; syllables--)
        {
            word.Append("bcdfghklmnprstvz"[random.Next(16)]).Append("aeiou"[random.Next(5)]).Append("nrlst"[random.Next(5)]);
        }

        return word.ToString();
    }
}
