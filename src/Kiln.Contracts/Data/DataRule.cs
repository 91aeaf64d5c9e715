namespace Kiln.Contracts.Data;

/// <summary>A rule across the columns of a row: one SQL expression that must not be false.</summary>
public sealed class DataRule
{
    public required string Name { get; init; }

    /// <summary>The expression; its columns are the contract's.</summary>
    public required string Sql { get; init; }

    public string? Description { get; init; }

    /// <summary>The share of rows that may break it; then it is a warning.</summary>
    public double Tolerance { get; init; }

    public Severity Severity { get; init; }

    /// <summary>Where the expression stands in the contract file, from 1; 0 when it was not read from one.</summary>
    public int Line { get; init; }

    public int Column { get; init; }
}
