using Kiln.Contracts.Locks;

namespace Kiln.Host.Models;

/// <summary>The data of a plan, by its rows.</summary>
/// <param name="Hash">SHA-256 over the rows; their files, names and order do not count.</param>
/// <param name="Split">What places the rows on their sides.</param>
/// <param name="Partitions">The files that hold them, relative to the lock.</param>
sealed record PlanData(string Hash, LockedSplit Split, IReadOnlyList<LockedPartition> Partitions);
