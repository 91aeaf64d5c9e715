using Kiln.Contracts;
using Kiln.Contracts.Locks;
using Kiln.Host.Data;
using Kiln.Host.Diagnostics;

namespace Kiln.Host.NewData;

/// <summary>Old files that are not what they were: history that was written anew.</summary>
static class Rewritten
{
    /// <param name="grown">Files that only have more than they had.</param>
    public static IEnumerable<Diagnostic> Describe(Arrivals arrivals, IReadOnlyCollection<Partition> grown, string lockPath, Places places)
    {
        foreach (var (now, was, file) in arrivals.Changed.Where(file => !grown.Contains(file.Now)))
            yield return places.AtFile(now, Ids.HistoryRewritten,
                $"the file is not the one the model was trained on: it had {Describe(was)}, and has {Describe(file)}{(was.Rows == file.Rows ? " with other values" : "")}.");
        foreach (var gone in arrivals.Gone)
            yield return places.AtLock(lockPath, Ids.HistoryRewritten,
                $"'{gone.Name}' ({Describe(gone)}) is in the lock and not in the data any longer, so the model forgets it.");
    }

    static string Describe(LockedPartition file) => Counted.Format(file.Rows, "row") + (file.From is null ? "" : $" from {file.From} to {file.To}");
}
