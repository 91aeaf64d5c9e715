using Kiln.Contracts.Locks;
using Kiln.Host.Data;

namespace Kiln.Host.NewData;

/// <summary>What became of a dataset's files since the lock was written.</summary>
/// <param name="Known">Those whose rows the lock has, whatever they are called now.</param>
/// <param name="New">Those it has neither by rows nor by name.</param>
/// <param name="Changed">Those of a name that it has with other rows.</param>
/// <param name="Gone">Those whose rows are in no file any longer.</param>
sealed record Arrivals(
    IReadOnlyList<Partition> Known, IReadOnlyList<Partition> New, IReadOnlyList<(Partition Now, LockedPartition Was, LockedPartition Is)> Changed, IReadOnlyList<LockedPartition> Gone)
{
    /// <param name="files">As they are now.</param>
    /// <param name="now">The same, as a lock notes them.</param>
    /// <param name="locked">As the lock has them.</param>
    public static Arrivals Find(IReadOnlyList<Partition> files, IReadOnlyList<LockedPartition> now, IReadOnlyList<LockedPartition> locked)
    {
        var names = locked.ToDictionary(file => file.Name);
        // A file that was renamed is the one it was; one whose rows are also where they were is a copy, and new.
        var moved = locked.Where(file => now.All(other => other.Name != file.Name || other.Hash != file.Hash)).Select(file => file.Hash).ToHashSet();
        var pairs = files.Zip(now).ToList();
        bool IsKnown(LockedPartition file) => names.TryGetValue(file.Name, out var was) && was.Hash == file.Hash || moved.Contains(file.Hash);
        return new(
            [.. pairs.Where(pair => IsKnown(pair.Second)).Select(pair => pair.First)],
            [.. pairs.Where(pair => !IsKnown(pair.Second) && !names.ContainsKey(pair.Second.Name)).Select(pair => pair.First)],
            [.. pairs.Where(pair => !IsKnown(pair.Second) && names.ContainsKey(pair.Second.Name)).Select(pair => (pair.First, names[pair.Second.Name], pair.Second))],
            [.. locked.Where(file => now.All(other => other.Hash != file.Hash && other.Name != file.Name))]);
    }
}
