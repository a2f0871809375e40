using System.Text.Json;
using Microsoft.ML.Tokenizers;

namespace Lectures.Semantics;

/// <summary>From text to a model's tokens. Which kind of vocabulary a file is, its ending tells.</summary>
internal sealed class TextTokens
{
    private readonly Func<string, IReadOnlyList<int>> encode;
    private readonly int? start;
    private readonly int end;
    private readonly bool separatesTwice;

    private TextTokens(Func<string, IReadOnlyList<int>> encode, int? start, int end, int padding, int highest, bool separatesTwice)
    {
        this.encode = encode;
        this.start = start;
        this.end = end;
        this.separatesTwice = separatesTwice;
        Padding = padding;
        Highest = highest;
    }

    public int Padding { get; }

    /// <summary>The vocabulary's last token: a model that does not know it belongs to another vocabulary.</summary>
    public int Highest { get; }

    public static TextTokens Read(string vocabulary) => Path.GetExtension(vocabulary).ToLowerInvariant() switch
    {
        ".json" => BytePairs(vocabulary),
        ".model" => SentencePieces(vocabulary),
        _ => WordPieces(vocabulary),
    };

    /// <summary>Cut off after so many tokens, those that frame it included.</summary>
    public TokenRow Text(string text, int most)
    {
        var ids = encode(text);
        List<int> row = [.. Start(), .. ids.Take(most - Start().Length - 1), end];
        return new TokenRow(row, row.Count);
    }

    /// <summary>Two texts as one input; the second gives way to the first, which gets half of the room at most.</summary>
    public TokenRow Pair(string one, string other, int most)
    {
        int[] between = separatesTwice ? [end, end] : [end];
        var room = most - Start().Length - between.Length - 1;
        var first = encode(one).Take(room / 2).ToList();
        List<int> row = [.. Start(), .. first, .. between];
        var second = row.Count;
        row.AddRange(encode(other).Take(room - first.Count));
        row.Add(end);
        return new TokenRow(row, separatesTwice ? row.Count : second);
    }

    private int[] Start() => start is { } token ? [token] : [];

    /// <summary>As BERT has it. A vocabulary without capitals is for text without them, and without accents.</summary>
    private static TextTokens WordPieces(string file)
    {
        var words = File.ReadAllLines(file);
        var isLower = !Array.Exists(words, static word => word.Length > 0 && char.IsAsciiLetterUpper(word[0]));
        var tokenizer = BertTokenizer.Create(file, new BertOptions { LowerCaseBeforeTokenization = isLower, SplitOnSpecialTokens = false });
        return new TextTokens(
            text => tokenizer.EncodeToIds(isLower ? Accents.Remove(text) : text, addSpecialTokens: false),
            tokenizer.ClassificationTokenId,
            tokenizer.SeparatorTokenId,
            tokenizer.PaddingTokenId,
            words.Length - 1,
            separatesTwice: false);
    }

    /// <summary>As RoBERTa has it: over bytes, framed by &lt;s&gt; and &lt;/s&gt;.</summary>
    private static TextTokens BytePairs(string file)
    {
        using var json = JsonDocument.Parse(File.ReadAllText(file));
        var vocabulary = json.RootElement.EnumerateObject().ToDictionary(static token => token.Name, static token => token.Value.GetInt32(), StringComparer.Ordinal);
        var merges = Path.Combine(Path.GetDirectoryName(file) ?? "", "merges.txt");
        var tokenizer = BpeTokenizer.Create(new BpeOptions(vocabulary)
        {
            Merges = [.. File.ReadLines(merges).Where(static line => line.Length > 0 && !line.StartsWith("#version", StringComparison.Ordinal))],
            ByteLevel = true,
            PreTokenizer = RobertaPreTokenizer.Instance,
            UnknownToken = "<unk>",
        });
        return new TextTokens(
            text => tokenizer.EncodeToIds(text), vocabulary["<s>"], vocabulary["</s>"], vocabulary["<pad>"], vocabulary.Values.Max(), separatesTwice: true);
    }

    /// <summary>
    /// As T5 has it. A file named sentencepiece.bpe.model is XLM-RoBERTa's, whose models count one on from the file's numbers and put
    /// &lt;s&gt;, &lt;pad&gt;, &lt;/s&gt;, &lt;unk&gt; first.
    /// </summary>
    private static TextTokens SentencePieces(string file)
    {
        using var content = File.OpenRead(file);
        var tokenizer = SentencePieceTokenizer.Create(content, addBeginningOfSentence: false, addEndOfSentence: false);
        var highest = tokenizer.Vocabulary.Count - 1;
        return file.EndsWith(".bpe.model", StringComparison.OrdinalIgnoreCase)
            ? new TextTokens(
                text => [.. tokenizer.EncodeToIds(text, false, false).Select(id => id == tokenizer.UnknownId ? 3 : id + 1)], 0, 2, 1, highest + 1, separatesTwice: true)
            : new TextTokens(text => tokenizer.EncodeToIds(text, false, false), null, tokenizer.EndOfSentenceId, 0, highest, separatesTwice: false);
    }
}
