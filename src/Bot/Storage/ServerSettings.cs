namespace Bot.Storage;

/// <summary>What a server's moderators have set.</summary>
public sealed record ServerSettings
{
    public static ServerSettings Default { get; } = new();

    /// <summary>A role that may moderate beside those who manage the server; null for none.</summary>
    public string? ModeratorRole { get; init; }

    /// <summary>Where /ask works; empty for everywhere.</summary>
    public IReadOnlyList<string> Channels { get; init; } = [];

    /// <summary>Whether answers are seen by the asker alone unless they choose otherwise.</summary>
    public bool PrivateAnswers { get; init; }

    /// <summary>How many excerpts an answer shows.</summary>
    public int Excerpts { get; init; } = 3;

    public const int FewestExcerpts = 1;
    public const int MostExcerpts = 5;

    /// <summary>Below this confidence there is no answer; null for what the operator has set.</summary>
    public double? Threshold { get; init; }

    public const double LowestThreshold = 0.2;
    public const double HighestThreshold = 0.9;

    /// <summary>Commands of one member a minute; null for what the operator has set.</summary>
    public int? UserPerMinute { get; init; }

    public const int LeastPerMinute = 1;
    public const int MostPerMinute = 60;

    /// <summary>Questions and feedback are kept so long.</summary>
    public int RetentionDays { get; init; } = 90;

    public const int ShortestRetention = 1;
    public const int LongestRetention = 365;

    /// <summary>Where changes are told; null for nowhere.</summary>
    public string? LogChannel { get; init; }

    /// <summary>These settings, with each number moved into its range.</summary>
    public ServerSettings WithinLimits() => this with
    {
        Excerpts = Math.Clamp(Excerpts, FewestExcerpts, MostExcerpts),
        Threshold = Threshold is { } threshold ? Math.Clamp(double.IsNaN(threshold) ? HighestThreshold : threshold, LowestThreshold, HighestThreshold) : null,
        UserPerMinute = UserPerMinute is { } number ? Math.Clamp(number, LeastPerMinute, MostPerMinute) : null,
        RetentionDays = Math.Clamp(RetentionDays, ShortestRetention, LongestRetention),
    };
}
