namespace Bot.Chat;

/// <summary>What was searched for beside the words as typed, in words.</summary>
internal static class ExplanationText
{
    private const int Most = 4;

    public static string AlsoSearched(IReadOnlyList<(string Typed, string Other)> others) =>
        "Also searched: " + string.Join(", ", others.Take(Most).Select(static other => $"{other.Other} (for {other.Typed})")) + (others.Count > Most ? " …" : "");
}
