using System.IO.Compression;
using System.Text;

namespace Bot.Tests.Lectures.Transcripts.Mutations;

/// <summary>Makes broken files out of good ones, the same from the same seed.</summary>
internal sealed class TranscriptMutator(IReadOnlyList<(string Name, byte[] Content)> good)
{
    private const int Deep = 10_000;
    private const int LongLine = 1_000_000;

    private static readonly string[] Nested =
        ["<div>", "<v A>", "<i>", "<c.red>", "[", "{\"a\":", "[[", "> ", "- ", "**", "_", "`", "<table><tr><td>", "&lt;", "![", "# ", "((", "{\\an8}", "<!--", "\"", "»"];

    private static readonly string[] Tokens =
    [
        "WEBVTT", "-->", "00:00:01.000 --> 00:00:00.000", "99:99:99,999", "\r", "\uFEFF", "\u0000", "\u202E", "[00:01 --> 00:02]", "---\n", "{\"segments\":[", "\"tStartMs\":-1", "1e999",
        "<!DOCTYPE html>", "<script>", "</", "&#x110000;", "&#xD800;", "&amp", "\\u0000", "NOTE\n", "STYLE\n", ">> ", "Speaker 1  0:12\n", "\t\t\t", "﻿﻿", "1\n1\n1\n", "........", "?!?!?!?!",
    ];

    public (string Name, byte[] Content) Make(int seed)
    {
        var random = new Random(seed);
        var (name, content) = good[random.Next(good.Count)];
        var kind = random.Next(200);
        return kind switch
        {
            0 => (name, Whole(Repeat(Nested[random.Next(Nested.Length)], Deep), content)),
            1 => (name, Whole(Repeat("a", LongLine), content)),
            2 => (name, Whole(content, Repeat("word ", LongLine / 5))),
            3 => (name, Whole(EntityBomb(), content)),
            4 => ("bomb.docx", ZipBomb(random)),
            5 => (name, Noise(random, random.Next(1, 20_000))),
            _ => (name, Mutate(random, content)),
        };
    }

    private byte[] Mutate(Random random, byte[] content)
    {
        var bytes = content.ToList();
        for (var step = random.Next(1, 6); step > 0 && bytes.Count > 0; step--)
        {
            var at = random.Next(bytes.Count);
            var length = Math.Min(random.Next(1, 400), bytes.Count - at);
            switch (random.Next(8))
            {
                case 0:
                    bytes[at] ^= (byte)(1 << random.Next(8));
                    break;
                case 1:
                    bytes.RemoveRange(at, bytes.Count - at);
                    break;
                case 2:
                    bytes.RemoveRange(at, length);
                    break;
                case 3:
                    var block = bytes.GetRange(at, length);
                    for (var i = random.Next(1, 50); i > 0; i--)
                    {
                        bytes.InsertRange(at, block);
                    }

                    break;
                case 4:
                    bytes.InsertRange(at, Encoding.UTF8.GetBytes(Tokens[random.Next(Tokens.Length)]));
                    break;
                case 5:
                    var other = good[random.Next(good.Count)].Content;
                    bytes.InsertRange(at, other.AsSpan(random.Next(other.Length)).ToArray().Take(2_000));
                    break;
                case 6:
                    bytes.Reverse(at, length);
                    break;
                default:
                    bytes[at] = (byte)random.Next(256);
                    break;
            }
        }

        return [.. bytes];
    }

    private static byte[] Whole(byte[] one, byte[] other) => [.. one, .. other];

    private static byte[] Repeat(string text, int times) => Encoding.UTF8.GetBytes(string.Concat(Enumerable.Repeat(text, times)));

    private static byte[] Noise(Random random, int length)
    {
        var bytes = new byte[length];
        random.NextBytes(bytes);
        return bytes;
    }

    private static byte[] EntityBomb()
    {
        var text = new StringBuilder("<!DOCTYPE lolz [<!ENTITY l0 \"lol\">");
        for (var i = 1; i < 12; i++)
        {
            text.Append($"<!ENTITY l{i} \"{string.Concat(Enumerable.Repeat($"&l{i - 1};", 10))}\">");
        }

        return Encoding.UTF8.GetBytes(text.Append("]><p>&l11;</p>").ToString());
    }

    /// <summary>A Word document whose text unpacks to 300 MB.</summary>
    private static byte[] ZipBomb(Random random)
    {
        using var packed = new MemoryStream();
        using (var zip = new ZipArchive(packed, ZipArchiveMode.Create, leaveOpen: true))
        {
            using (var types = new StreamWriter(zip.CreateEntry("[Content_Types].xml").Open()))
            {
                types.Write("<Types xmlns=\"http://schemas.openxmlformats.org/package/2006/content-types\"/>");
            }

            using var text = zip.CreateEntry("word/document.xml").Open();
            var zeros = new byte[1_000_000];
            for (var i = random.Next(100, 300); i > 0; i--)
            {
                text.Write(zeros);
            }
        }

        return packed.ToArray();
    }
}
