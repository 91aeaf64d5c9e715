namespace Kiln.Contracts.Locks;

/// <summary>A file of the data a model was trained on.</summary>
/// <param name="Name">Its path relative to the lock, with forward slashes.</param>
/// <param name="Hash">Of its rows, 16 lower-case hexadecimal digits: their order and how the file is written do not count.</param>
/// <param name="Rows">How many it has.</param>
/// <param name="From">The earliest moment of its rows in ISO 8601; null where no column orders them in time.</param>
/// <param name="To">The latest.</param>
public sealed record LockedPartition(string Name, string Hash, long Rows, string? From = null, string? To = null)
{
    /// <summary>Without what its rows say of time, which may not be shown where that column is classified.</summary>
    public LockedPartition WithoutTimes() => this with { From = null, To = null };

    public override string ToString() => $"{Counted.Format(Rows, "row")}{(From is null ? "" : $", {From} to {To}")} ({Hash})";
}
