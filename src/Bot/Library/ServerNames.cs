using System.Globalization;
using Bot.Storage;
using Lectures.Searching;

namespace Bot.Library;

/// <summary>A server's own table of other names; it counts beside the shared one, for this server's questions alone.</summary>
internal sealed class ServerNames(NameStore store, Database database, NamesReader reader, AuditLog audit, TimeProvider time)
{
    private const int Longest = 200;

    private readonly LastKnown<NamesTable?> tables = new(time, server => store.Lines(server) is { Count: > 0 } lines ? reader.Read(lines) : null, null);

    /// <summary>Null where the server has no names of its own.</summary>
    public NamesTable? Table(ServerId server) => tables.Get(server);

    /// <param name="line">"Peking = Beijing" or "Bonaparte > Napoleon".</param>
    public ChangeResult Add(ServerId server, string by, string line)
    {
        var clean = Clean(line);
        if (Problem(clean) is { } problem)
        {
            return new ChangeResult.Refused(problem);
        }

        var known = store.Lines(server);
        if (known.Contains(clean, StringComparer.OrdinalIgnoreCase))
        {
            return new ChangeResult.Unchanged();
        }

        if (known.Count >= LibraryLimits.MostNames)
        {
            return new ChangeResult.Refused(string.Create(CultureInfo.InvariantCulture, $"There are {LibraryLimits.MostNames} names already, and no more are kept. Remove some first."));
        }

        audit.Changing(database, server, by, "names add", clean, null, clean, () => store.Add(server, clean, time.GetUtcNow(), by));
        tables.Forget(server);
        return new ChangeResult.Changed();
    }

    public ChangeResult Remove(ServerId server, string by, string line)
    {
        var clean = Clean(line);
        if (store.Lines(server).FirstOrDefault(known => string.Equals(known, clean, StringComparison.OrdinalIgnoreCase)) is not { } found)
        {
            return new ChangeResult.Unchanged();
        }

        audit.Changing(database, server, by, "names remove", found, found, null, () => store.Remove(server, found));
        tables.Forget(server);
        return new ChangeResult.Changed();
    }

    /// <summary>In the order they were added.</summary>
    public IReadOnlyList<string> All(ServerId server) => store.Lines(server);

    private string? Problem(string line)
    {
        if (line.Length > Longest)
        {
            return string.Create(CultureInfo.InvariantCulture, $"A line of names can have {Longest} characters at most. Write several.");
        }

        var table = reader.Read([line]);
        return table.Problems.Count > 0 || table.Groups == 0
            ? "This is not a line of names. Write “Peking = Beijing” where each may stand for the other, or “Bonaparte > Napoleon” where only the left stands for the right."
            : null;
    }

    private static string Clean(string line) => string.Join(' ', line.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries));
}
