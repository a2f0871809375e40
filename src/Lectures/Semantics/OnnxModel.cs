using Microsoft.ML.OnnxRuntime;
using Microsoft.ML.OnnxRuntime.Tensors;

namespace Lectures.Semantics;

/// <summary>A model file that takes tokens and gives numbers. Safe to run side by side.</summary>
internal sealed class OnnxModel : IDisposable
{
    private const string Ids = "input_ids";
    private const string Mask = "attention_mask";
    private const string Types = "token_type_ids";

    private readonly InferenceSession session;
    private readonly string output;
    private readonly int padding;

    private OnnxModel(InferenceSession session, string output, int padding)
    {
        this.session = session;
        this.output = output;
        this.padding = padding;
    }

    /// <param name="setting">For what is said of it.</param>
    /// <param name="ranks">How many dimensions the output may have, the best first.</param>
    /// <exception cref="ModelException">It is no model of this kind.</exception>
    public static OnnxModel Open(string file, string setting, int padding, ReadOnlySpan<int> ranks)
    {
        var session = Load(file, setting);
        try
        {
            if (session.InputMetadata.Keys.FirstOrDefault(static input => input is not (Ids or Mask or Types)) is { } unknown)
            {
                throw new ModelException($"{setting}: the model wants an input “{unknown}”. Clio gives {Ids}, {Mask} and {Types}; export the model with those.");
            }

            if (!session.InputMetadata.ContainsKey(Ids) || session.InputMetadata.Values.Any(static input => input.ElementDataType != TensorElementType.Int64))
            {
                throw new ModelException($"{setting}: the model has no input {Ids} of 64-bit integers. Export it with {Ids}, {Mask} and, where it has them, {Types}.");
            }

            foreach (var rank in ranks)
            {
                foreach (var (name, output) in session.OutputMetadata)
                {
                    if (output.ElementDataType == TensorElementType.Float && output.Dimensions.Length == rank)
                    {
                        return new OnnxModel(session, name, padding);
                    }
                }
            }

            throw new ModelException($"{setting}: the model has no output of 32-bit numbers with {string.Join(" or ", ranks.ToArray())} dimensions, so it is of another kind.");
        }
        catch
        {
            session.Dispose();
            throw;
        }
    }

    /// <param name="read">Gets the output's numbers and shape, which are gone afterwards, and the length of the rows with padding.</param>
    public T Run<T>(IReadOnlyList<TokenRow> rows, Func<ReadOnlySpan<float>, long[], T> read)
    {
        var length = rows.Max(static row => row.Ids.Count);
        var (ids, mask, types) = (new long[rows.Count * length], new long[rows.Count * length], new long[rows.Count * length]);
        Array.Fill(ids, padding);
        for (var r = 0; r < rows.Count; r++)
        {
            for (var i = 0; i < rows[r].Ids.Count; i++)
            {
                ids[r * length + i] = rows[r].Ids[i];
                mask[r * length + i] = 1;
                types[r * length + i] = i >= rows[r].Second ? 1 : 0;
            }
        }

        long[] shape = [rows.Count, length];
        using var idsValue = OrtValue.CreateTensorValueFromMemory(ids, shape);
        using var maskValue = OrtValue.CreateTensorValueFromMemory(mask, shape);
        using var typesValue = OrtValue.CreateTensorValueFromMemory(types, shape);
        var given = new Dictionary<string, OrtValue> { [Ids] = idsValue, [Mask] = maskValue, [Types] = typesValue };
        using var run = new RunOptions();
        using var outputs = session.Run(run, given.Where(input => session.InputMetadata.ContainsKey(input.Key)).ToDictionary(), [output]);
        return read(outputs[0].GetTensorDataAsSpan<float>(), outputs[0].GetTensorTypeAndShape().Shape);
    }

    public void Dispose() => session.Dispose();

    /// <summary>One thread: questions and lectures come side by side already, and threads that wait by spinning would take a small machine whole.</summary>
    private static InferenceSession Load(string file, string setting)
    {
        OrtEnv.Instance().DisableTelemetryEvents();
        using var options = new SessionOptions
        {
            IntraOpNumThreads = 1,
            InterOpNumThreads = 1,

            // What a batch of long texts took is given back: an arena would keep it for as long as Clio runs.
            EnableCpuMemArena = false,
            LogSeverityLevel = OrtLoggingLevel.ORT_LOGGING_LEVEL_FATAL,
        };
        try
        {
            return new InferenceSession(file, options);
        }
        catch (OnnxRuntimeException unreadable)
        {
            throw new ModelException($"{setting}: “{file}” cannot be read as an ONNX model. Name a model.onnx that is whole and of a version that this Clio's runtime knows.", unreadable);
        }
    }
}
