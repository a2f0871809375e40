using Lectures.Indexing;

namespace Bot.Tests.Lectures.Indexing;

/// <summary>Keeps what a run reported, at once and in order, and does something at each report.</summary>
internal sealed class Reports(Action<IndexProgress>? at = null) : IProgress<IndexProgress>
{
    public List<IndexProgress> All { get; } = [];

    public void Report(IndexProgress value)
    {
        All.Add(value);
        at?.Invoke(value);
    }
}
