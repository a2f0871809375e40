using System.Globalization;
using Lectures.Indexing;

namespace Bot.Tests.Lectures.Indexing;

/// <summary>The record of files that a commit keeps.</summary>
public sealed class IndexManifestTests
{
    [Theory]
    [InlineData(0)]
    [InlineData(1)]
    [InlineData(64)]
    [InlineData(1_000)]
    public void It_is_read_as_it_was_written_however_many_files_there_are(int count)
    {
        var manifest = Manifest(count);

        var read = IndexManifest.From(manifest.ToCommit());

        Assert.Equal((manifest.Format, manifest.Passages), (read?.Format, read?.Passages));
        Assert.Equal(manifest.Files.OrderBy(static file => file.Key, StringComparer.Ordinal), read?.Files.OrderBy(static file => file.Key, StringComparer.Ordinal));
        Assert.Equal(manifest.Metadata, read?.Metadata);
    }

    [Fact]
    public void No_part_is_a_large_object_in_any_of_its_copies()
    {
        // The runtime's bound is 85,000 bytes; Lucene takes four for each character before it knows better.
        Assert.All(Manifest(1_000).ToCommit().Values, static part => Assert.InRange(part.Length, 1, 85_000 / 4));
    }

    [Fact]
    public void A_commit_of_somebody_else_has_none() => Assert.Null(IndexManifest.From(new Dictionary<string, string>()));

    private static IndexManifest Manifest(int count) => new()
    {
        Format = "1 a",
        Files = Enumerable.Range(0, count).ToDictionary(
            static i => string.Create(CultureInfo.InvariantCulture, $"A series of lectures/{i:00000} - The title of one.txt"),
            static i => new IndexedFile(i, 638_000_000_000_000_000 + i, new string('a', 64), 12, 1_600, 3, i % 7 == 0 ? "It is no text." : null, i % 7 == 0 ? i : null, i % 3 == 0 ? "0123456789abcdef" : null), StringComparer.Ordinal),
        Metadata = count == 0 ? null : new Dictionary<string, IndexedMetadata> { ["series.yml"] = new("b", "It is no YAML.", 2) },
    };
}
