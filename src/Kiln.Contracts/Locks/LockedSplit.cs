namespace Kiln.Contracts.Locks;

/// <summary>What places rows on their sides of the split, so that they stay there when columns are added and rows are appended.</summary>
/// <param name="By">The columns a row is known by, in the contract's order.</param>
/// <param name="Moved">
/// Keys of the rows, 16 hexadecimal digits each, ascending, that stand on the other side than their key says: of a class that would have
/// been on one side only.
/// </param>
public sealed record LockedSplit(IReadOnlyList<string> By, IReadOnlyList<string> Moved);
