namespace Lectures.Indexing;

/// <summary>That some words of a library say the same as others: "sun king" is "Louis XIV".</summary>
/// <param name="Name">Stems, as they are asked for.</param>
/// <param name="Other">Stems of what stands for them.</param>
/// <param name="Spelling">The other as the lecture writes it.</param>
internal sealed record Description(IReadOnlyList<string> Name, IReadOnlyList<string> Other, string Spelling)
{
    private const char Part = '\t';

    /// <summary>What <see cref="Write"/> begins with, of every description whose name has this word first.</summary>
    public static (string Alone, string Longer) Openings(string stem) => ($"{stem}{Part}", $"{stem} ");

    /// <summary>As one term, so that an index finds it by its first words.</summary>
    public string Write() => string.Join(Part, string.Join(' ', Name), string.Join(' ', Other), Spelling);

    public static Description Read(string term) => term.Split(Part) is [var name, var other, var spelling]
        ? new Description(name.Split(' '), other.Split(' '), spelling)
        : throw new ArgumentException("No description was written so.", nameof(term));
}
