using System.Globalization;
using System.Text;
using System.Text.RegularExpressions;
using Bot.Bench.Material;

namespace Bot.Bench.Indexing;

/// <summary>
/// A large library out of the one that ships: copies of its lectures in which every third longer word is another word of the library,
/// and every fiftieth a word that was made up, so that the vocabulary grows with the library. The same seed gives the same files.
/// </summary>
internal static partial class GeneratedLibrary
{
    private const int Seed = 1962;
    private const double Exchanged = 0.33;
    private const double MadeUp = 0.02;

    /// <summary>Shorter lines are headings, bylines and comments, which give a file its form.</summary>
    private const int ShortestSpeech = 100;

    public static void Write(string folder, int copies)
    {
        var originals = Directory.EnumerateFiles(Repository.Lectures, "*.txt", SearchOption.AllDirectories).Order(StringComparer.Ordinal).ToList();
        var texts = originals.ConvertAll(static file => File.ReadAllText(file));
        var vocabulary = texts.SelectMany(static text => Words().Matches(text)).Select(static word => word.Value).Distinct(StringComparer.Ordinal).ToArray();
        var random = new Random(Seed);
        for (var copy = 0; copy < copies; copy++)
        {
            var original = copy % originals.Count;
            var path = Path.Combine(
                folder,
                string.Create(CultureInfo.InvariantCulture, $"part-{copy / originals.Count + 1:000}"),
                Path.GetRelativePath(Repository.Lectures, originals[original]));
            Directory.CreateDirectory(Path.GetDirectoryName(path) ?? folder);
            File.WriteAllLines(path, texts[original].ReplaceLineEndings("\n").Split('\n').Select(line => Change(line, vocabulary, random)));
        }
    }

    private static string Change(string line, string[] vocabulary, Random random) =>
        line.Length < ShortestSpeech && !line.StartsWith('[') ? line : Words().Replace(line, word => random.NextDouble() switch
        {
            < MadeUp => MakeUp(random),
            < Exchanged => vocabulary[random.Next(vocabulary.Length)],
            _ => word.Value,
        });

    private static string MakeUp(Random random)
    {
        var word = new StringBuilder();
        for (var syllables = random.Next(2, 5); syllables > 0; syllables--)
        {
            word.Append("bcdfghklmnprstvz"[random.Next(16)]).Append("aeiou"[random.Next(5)]).Append("nrlst"[random.Next(5)]);
        }

        return word.ToString();
    }

    [GeneratedRegex(@"\b[a-z]{4,}\b")]
    private static partial Regex Words();
}
