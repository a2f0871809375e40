using System.Globalization;
using System.Security.Cryptography;
using Microsoft.ML.OnnxRuntime;

namespace Lectures.Semantics;

/// <summary>What both kinds of model have in common: a vocabulary, a first try, and files that tell one model from another.</summary>
internal static class ModelFiles
{
    /// <summary>To be raised with every change in what is encoded, or how vectors are made and written.</summary>
    private const int Encoding = 1;

    /// <summary>A large model keeps its weights in a file beside it.</summary>
    private static readonly string[] Beside = ["_data", ".data"];

    /// <exception cref="ModelException">The vocabulary is none.</exception>
    public static TextTokens Tokens(string vocabulary, string setting)
    {
        try
        {
            return TextTokens.Read(vocabulary);
        }
        catch (Exception unreadable) when (unreadable is not OutOfMemoryException)
        {
            // Each kind of vocabulary fails in its own ways, and all of them mean this.
            throw new ModelException(
                $"{setting}: “{vocabulary}” cannot be read as a vocabulary. Name the model's vocab.txt (WordPiece), its vocab.json with merges.txt beside it (BPE), or its SentencePiece .model.",
                unreadable);
        }
    }

    /// <summary>Runs a model once, with the vocabulary's last token in it.</summary>
    /// <exception cref="ModelException">It fails, or gives what is no number.</exception>
    public static T Try<T>(OnnxModel model, TextTokens tokens, string setting, Func<ReadOnlySpan<float>, long[], T> read)
    {
        var row = tokens.Text("history", 8);
        try
        {
            return model.Run([new TokenRow([.. row.Ids.SkipLast(1), tokens.Highest, row.Ids[^1]], row.Ids.Count + 1)], (values, shape) => IsFinite(values)
                ? read(values, shape)
                : throw new ModelException($"{setting}: the model gives no usable numbers. Export it anew."));
        }
        catch (OnnxRuntimeException failure)
        {
            throw new ModelException($"{setting}: the model cannot be run with this vocabulary of {tokens.Highest + 1} tokens. Name the vocabulary that belongs to it.", failure);
        }
    }

    /// <summary>All that changes a passage's vector. A question's prefix does not.</summary>
    public static string Identity(SemanticOptions options, string vocabulary)
    {
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        foreach (var file in Beside.Select(end => options.ModelPath + end).Where(File.Exists).Prepend(options.ModelPath).Append(vocabulary))
        {
            using var content = File.OpenRead(file);
            hash.AppendData(SHA256.HashData(content));
        }

        hash.AppendData(System.Text.Encoding.UTF8.GetBytes(string.Create(
            CultureInfo.InvariantCulture, $"{Encoding} {options.Pooling} {options.Dimensions} {options.MaxTokens} {options.PassagePrefix}")));
        return Convert.ToHexStringLower(hash.GetHashAndReset())[..16];
    }

    /// <summary>The vocabulary that is named, or the one beside the model; null where there is none.</summary>
    public static string? Vocabulary(string model, string named)
    {
        var folder = Path.GetDirectoryName(model) ?? "";
        string[] usual = ["vocab.txt", "vocab.json", "sentencepiece.bpe.model", "spiece.model", "tokenizer.model"];
        return (named.Length > 0 ? [named] : usual.Select(file => Path.Combine(folder, file))).FirstOrDefault(File.Exists);
    }

    private static bool IsFinite(ReadOnlySpan<float> values)
    {
        foreach (var value in values)
        {
            if (!float.IsFinite(value))
            {
                return false;
            }
        }

        return true;
    }
}
