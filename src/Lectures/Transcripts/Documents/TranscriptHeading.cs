namespace Lectures.Transcripts.Documents;

/// <summary>Podcast pages put show notes above a heading "Transcript" and credits below it: only what stands under it is spoken.</summary>
internal static class TranscriptHeading
{
    private static readonly string[] Names = ["Transcript", "Full transcript", "Episode transcript", "Read the transcript", "Show transcript", "Transcription", "Lecture transcript"];

    private static readonly string[] Ends =
    [
        "Credits", "Show notes", "Links", "About the author", "About the host", "About the podcast", "Related", "Related episodes", "Related articles", "References", "Further reading",
        "Comments", "Leave a reply", "Leave a comment", "Share this", "You may also like", "More episodes", "Subscribe", "Resources", "Sources",
    ];

    public static IReadOnlyList<DocumentBlock> Within(IReadOnlyList<DocumentBlock> blocks)
    {
        var lastSpoken = blocks.Count - 1;
        while (lastSpoken >= 0 && (blocks[lastSpoken].Heading > 0 || blocks[lastSpoken].IsEmpty))
        {
            lastSpoken--;
        }

        for (var i = 0; i < lastSpoken; i++)
        {
            var heading = blocks[i];
            if (heading.Heading == 0 || !Is(heading, Names))
            {
                continue;
            }

            var title = blocks.Take(i).FirstOrDefault(static block => block.Heading is 1);
            var spoken = blocks.Skip(i + 1).TakeWhile(block => block.Heading == 0 || block.Heading > heading.Heading || !Is(block, Ends));
            return title is null ? [.. spoken] : [title, .. spoken];
        }

        return blocks;
    }

    private static bool Is(DocumentBlock block, string[] names) => names.Contains(block.ToString().TrimEnd(':'), StringComparer.OrdinalIgnoreCase);
}
