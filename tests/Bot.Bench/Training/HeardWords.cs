using System.Text;
using Lectures.Indexing;

namespace Bot.Bench.Training;

/// <summary>Where two recognitions of the same speech have different words.</summary>
internal static class HeardWords
{
    /// <summary>Runs of at most so many words that stand between words which both have, by the fewest changes (Wagner and Fischer 1974).</summary>
    public static IEnumerable<(string One, string Other)> Differences(string one, string other, int most)
    {
        var (a, b) = (Words(one), Words(other));
        var (lastA, lastB) = (a.Length, b.Length);
        foreach (var (i, j) in Common(a, b).Append((-1, -1)))
        {
            if (lastA - i - 1 is > 0 and var ofA && ofA <= most && lastB - j - 1 is > 0 and var ofB && ofB <= most)
            {
                yield return (string.Join(' ', a[(i + 1)..lastA]), string.Join(' ', b[(j + 1)..lastB]));
            }

            (lastA, lastB) = (i, j);
        }
    }

    /// <summary>The sounds of words, 0 at their borders.</summary>
    public static byte[] Sounds(string words) =>
        [0, .. words.Split(' ').Select(Sound.NumbersOf).Where(static sounds => sounds.Length > 0).SelectMany(static sounds => sounds.Select(static sound => (byte)sound).Append((byte)0))];

    /// <summary>The places of the words that both have, the last first.</summary>
    private static List<(int A, int B)> Common(string[] a, string[] b)
    {
        var changes = new int[a.Length + 1, b.Length + 1];
        for (var i = 0; i <= a.Length; i++)
        {
            for (var j = 0; j <= b.Length; j++)
            {
                changes[i, j] = i == 0 || j == 0
                    ? i + j
                    : Math.Min(changes[i - 1, j - 1] + (a[i - 1] == b[j - 1] ? 0 : 1), 1 + Math.Min(changes[i - 1, j], changes[i, j - 1]));
            }
        }

        var common = new List<(int A, int B)>();
        for (var (i, j) = (a.Length, b.Length); i > 0 && j > 0;)
        {
            if (a[i - 1] == b[j - 1] && changes[i, j] == changes[i - 1, j - 1])
            {
                common.Add((--i, --j));
            }
            else if (changes[i, j] == changes[i - 1, j - 1] + 1)
            {
                (i, j) = (i - 1, j - 1);
            }
            else if (changes[i, j] == changes[i - 1, j] + 1)
            {
                i--;
            }
            else
            {
                j--;
            }
        }

        return common;
    }

    private static string[] Words(string text)
    {
        var letters = new StringBuilder(text.Length);
        foreach (var c in text)
        {
            _ = char.IsAsciiLetter(c) ? letters.Append(char.ToLowerInvariant(c)) : c == '\'' ? letters : letters.Append(' ');
        }

        return letters.ToString().Split(' ', StringSplitOptions.RemoveEmptyEntries);
    }
}
