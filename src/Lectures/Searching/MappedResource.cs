using System.Buffers;

namespace Lectures.Searching;

/// <summary>A resource of the assembly where the system has mapped it: no copy, and pages that nobody looks at are not in memory.</summary>
internal sealed unsafe class MappedResource : MemoryManager<byte>
{
    /// <summary>Keeps the assembly's stream, whose memory this is.</summary>
    private readonly UnmanagedMemoryStream stream;
    private readonly byte* start;

    private MappedResource(UnmanagedMemoryStream stream)
    {
        this.stream = stream;
        start = stream.PositionPointer;
    }

    /// <param name="name">Of a resource of this assembly.</param>
    public static ReadOnlyMemory<byte> Open(string name) => typeof(MappedResource).Assembly.GetManifestResourceStream(name) is UnmanagedMemoryStream resource
        ? new MappedResource(resource).Memory
        : throw new InvalidOperationException($"The assembly was built without {name}.");

    public override Span<byte> GetSpan() => new(start, (int)stream.Length);

    /// <summary>The system does not move it.</summary>
    public override MemoryHandle Pin(int elementIndex = 0) => new(start + elementIndex);

    public override void Unpin()
    {
    }

    protected override void Dispose(bool disposing)
    {
        if (disposing)
        {
            stream.Dispose();
        }
    }
}
