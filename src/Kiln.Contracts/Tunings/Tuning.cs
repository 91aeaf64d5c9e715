namespace Kiln.Contracts.Tunings;

/// <summary>
/// What a search for better settings decided, <c>&lt;Model&gt;.tuning.json</c>: a file that is reviewed and committed. Every build trains as it
/// says, until it is searched again.
/// </summary>
public sealed record Tuning
{
    /// <summary>The format this code reads and writes.</summary>
    public const int Format = 1;

    public required string Model { get; init; }

    /// <summary>SHA-256 over the rows that were searched with, as the lock has it.</summary>
    public required string DataHash { get; init; }

    public required long TrainingRows { get; init; }

    /// <summary>What the model is trained with; null where nothing is sure to be better than the default settings.</summary>
    public TunedSettings? Chosen { get; init; }

    public required TuningScore Score { get; init; }

    /// <summary>In the order in which they were tried; the first is the default.</summary>
    public required IReadOnlyList<TuningTrial> Trials { get; init; }
}
