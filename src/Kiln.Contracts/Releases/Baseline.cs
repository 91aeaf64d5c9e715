namespace Kiln.Contracts.Releases;

/// <summary>What a release leaves for later models to be compared with.</summary>
public sealed class Baseline
{
    /// <summary>How many rows the data had.</summary>
    public required long Rows { get; init; }

    /// <summary>The lowest of their hashes, ascending, 8 bytes each: all on small data, a sample to estimate with on large.</summary>
    public required byte[] Sketch { get; init; }

    /// <summary>The held-out rows of lowest key, ascending: 8 bytes of key, then 4 for each score the shipped predictor gave.</summary>
    public required byte[] HeldOut { get; init; }

    /// <summary>How rows were held out; null in a release of an earlier Kiln, which did not say.</summary>
    public ReleasedSplit? Split { get; init; }

    /// <summary>
    /// For each feature how much the task's first metric loses when its values are shuffled; NaN where that metric is not defined.
    /// </summary>
    public required IReadOnlyList<KeyValuePair<string, double>> Importance { get; init; }

    /// <summary>Every column of the contract, in its order.</summary>
    public required IReadOnlyList<BaselineColumn> Columns { get; init; }
}
