namespace Kiln.Contracts.Data;

/// <summary>What must hold of a dataset's rows as a whole.</summary>
public sealed class RowLimits
{
    /// <summary>The fewest rows; null for no bound.</summary>
    public long? Min { get; init; }

    /// <summary>The fewest and the most rows of each file; null for no bound.</summary>
    public long? MinPerFile { get; init; }

    public long? MaxPerFile { get; init; }

    /// <summary>The largest share of rows that repeat an earlier one; null for any.</summary>
    public double? Duplicates { get; init; }

    /// <summary>How old the latest row may be when the data are verified, as an ISO 8601 duration; null for any age.</summary>
    public string? Latest { get; init; }

    public Severity Severity { get; init; }

    /// <summary>Where it stands in the contract file, from 1; 0 when it was not read from one.</summary>
    public int Line { get; init; }
}
