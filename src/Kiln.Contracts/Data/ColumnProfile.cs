namespace Kiln.Contracts.Data;

/// <summary>What was observed in a column when the contract was inferred. Facts, not rules: nothing is refused because of it.</summary>
public sealed class ColumnProfile
{
    /// <summary>Share of rows without a value, 0 to 1.</summary>
    public required double Missing { get; init; }

    /// <summary>How many different values.</summary>
    public required long Distinct { get; init; }

    /// <summary>Smallest and largest value: numbers as text, dates in ISO 8601; null where there is no order.</summary>
    public string? Min { get; init; }

    public string? Max { get; init; }

    public double? Mean { get; init; }

    /// <summary>The 5, 25, 50, 75 and 95 % quantiles of numbers; empty otherwise.</summary>
    public IReadOnlyList<double> Quantiles { get; init; } = [];

    /// <summary>Rows in ten bins of equal width from <see cref="Min"/> to <see cref="Max"/>, for numbers and dates; empty otherwise.</summary>
    public IReadOnlyList<long> Histogram { get; init; } = [];

    /// <summary>
    /// The most frequent values with their rows, at most ten, for categories and booleans; all values, ascending, of numbers that are few;
    /// empty otherwise.
    /// </summary>
    public IReadOnlyList<KeyValuePair<string, long>> Top { get; init; } = [];
}
