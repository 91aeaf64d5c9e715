namespace Kiln.Contracts.Locks;

/// <summary>What became of the rows. An edited row counts as one removed and one added.</summary>
/// <param name="Estimated">Whether the numbers are estimated from a sample of the rows' hashes.</param>
public sealed record RowChange(long Kept, long Added, long Removed, bool Estimated)
{
    public override string ToString() =>
        FormattableString.Invariant($"{Kept} kept, {Added} added, {Removed} removed{(Estimated ? " (estimated)" : "")}");
}
