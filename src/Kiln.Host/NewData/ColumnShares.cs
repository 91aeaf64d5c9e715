namespace Kiln.Host.NewData;

/// <summary>How a column's values are shared out, and what the new rows' shares say.</summary>
/// <param name="Bins">What the values are counted in.</param>
/// <param name="Known">Rows of each bin, for each of the earlier parts.</param>
/// <param name="Finding">The new rows against them.</param>
sealed record ColumnShares(ColumnBins Bins, IReadOnlyList<long[]> Known, ShareFinding Finding);
