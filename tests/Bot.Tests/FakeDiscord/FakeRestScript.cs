namespace Bot.Tests.FakeDiscord;

/// <summary>Faults to come: each for a method, a part of the path, and a number of times.</summary>
internal sealed class FakeRestScript
{
    private readonly Lock gate = new();
    private readonly List<Step> steps = [];

    public void Add(string method, string pathPart, FakeRestAnswer answer, int times)
    {
        lock (gate)
        {
            steps.Add(new Step(method, pathPart, answer, times));
        }
    }

    public void Clear()
    {
        lock (gate)
        {
            steps.Clear();
        }
    }

    public FakeRestAnswer? Take(string method, string path)
    {
        lock (gate)
        {
            var index = steps.FindIndex(step => step.Method == method && path.Contains(step.PathPart, StringComparison.Ordinal));
            if (index < 0)
            {
                return null;
            }

            var step = steps[index];
            if (step.Times <= 1)
            {
                steps.RemoveAt(index);
            }
            else
            {
                steps[index] = step with { Times = step.Times - 1 };
            }

            return step.Answer;
        }
    }

    private sealed record Step(string Method, string PathPart, FakeRestAnswer Answer, int Times);
}
