using System.Runtime.InteropServices;
using static Bot.Tests.Lectures.Semantics.ProtocolBuffer;

namespace Bot.Tests.Lectures.Semantics;

/// <summary>Writes a small ONNX model: a protocol buffer (onnx.proto, IR 8, operators 13) of nodes and constant tensors.</summary>
internal sealed class OnnxFile
{
    private const int FloatType = 1;
    private const int Int64Type = 7;

    private readonly List<byte[]> nodes = [];
    private readonly List<byte[]> constants = [];
    private readonly List<byte[]> inputs = [];
    private readonly List<byte[]> outputs = [];

    /// <summary>An input of 64-bit integers, a row a text.</summary>
    public OnnxFile Input(string name) => Add(inputs, ValueInfo(name, Int64Type, 2));

    public OnnxFile Output(string name, int rank) => Add(outputs, ValueInfo(name, FloatType, rank));

    public OnnxFile Constant(string name, long[] shape, float[] values) => Add(constants, Tensor(name, shape, FloatType, MemoryMarshal.AsBytes(values.AsSpan())));

    public OnnxFile Constant(string name, long[] values) => Add(constants, Tensor(name, [values.Length], Int64Type, MemoryMarshal.AsBytes(values.AsSpan())));

    /// <param name="attribute">A number of the operator's, by its name; null for none.</param>
    public OnnxFile Node(string operation, string[] from, string to, (string Name, long Value)? attribute = null)
    {
        List<byte[]> fields = [.. from.Select(static name => Text(1, name)), Text(2, to), Text(4, operation)];
        if (attribute is { } set)
        {
            fields.Add(Field(5, [Text(1, set.Name), Number(3, set.Value), Number(20, 2)]));
        }

        return Add(nodes, Join(fields));
    }

    public void Write(string path)
    {
        Directory.CreateDirectory(Path.GetDirectoryName(path)!);
        var graph = Join([
            .. nodes.Select(static node => Bytes(1, node)), Text(2, "tiny"), .. constants.Select(static tensor => Bytes(5, tensor)),
            .. inputs.Select(static input => Bytes(11, input)), .. outputs.Select(static output => Bytes(12, output)),
        ]);
        File.WriteAllBytes(path, Join([Number(1, 8), Bytes(7, graph), Field(8, [Text(1, ""), Number(2, 13)])]));
    }

    private static byte[] ValueInfo(string name, int type, int rank) => Join([
        Text(1, name),
        Field(2, [Field(1, [Number(1, type), Field(2, [.. Enumerable.Range(0, rank).Select(i => Field(1, [Text(2, $"{name}{i}")]))])])]),
    ]);

    private static byte[] Tensor(string name, long[] shape, int type, ReadOnlySpan<byte> raw) =>
        Join([.. shape.Select(static size => Number(1, size)), Number(2, type), Text(8, name), Bytes(9, raw.ToArray())]);

    private OnnxFile Add(List<byte[]> to, byte[] one)
    {
        to.Add(one);
        return this;
    }
}
