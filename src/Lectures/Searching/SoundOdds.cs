using System.Globalization;

namespace Lectures.Searching;

/// <summary>
/// How much likelier than by chance it is that a recogniser writes one sound for another (<see cref="Indexing.Sound.Symbols"/>), leaves one out or puts one in:
/// natural logarithms in quarters. Learnt from words that two recognitions of the same speech have differently (docs/quality.md).
/// </summary>
/// <param name="Between">A row a sound, a column a sound.</param>
/// <param name="Alone">Of each sound with nothing on the other side.</param>
internal sealed record SoundOdds(sbyte[][] Between, sbyte[] Alone)
{
    public const string File = "sounds.odds";

    /// <summary>So much stands for 1.</summary>
    public const int Scale = 4;

    public static SoundOdds Shipped { get; } = Read();

    /// <summary>Lines of a sound, its odds with each sound, and alone.</summary>
    public IEnumerable<string> Write() =>
        Between.Select((row, sound) => $"{(sound == 0 ? '_' : Indexing.Sound.Symbols[sound])} {string.Join(' ', row.Append(Alone[sound]))}");

    private static SoundOdds Read()
    {
        using var resource = typeof(SoundOdds).Assembly.GetManifestResourceStream(File) ?? throw new InvalidOperationException($"The assembly was built without {File}.");
        using var reader = new StreamReader(resource);
        var rows = reader.ReadToEnd().Split('\n', StringSplitOptions.RemoveEmptyEntries)
            .Select(static line => line.Split(' ', StringSplitOptions.RemoveEmptyEntries)[1..].Select(static odds => sbyte.Parse(odds, CultureInfo.InvariantCulture)).ToArray()).ToArray();
        return new SoundOdds([.. rows.Select(static row => row[..^1])], [.. rows.Select(static row => row[^1])]);
    }
}
