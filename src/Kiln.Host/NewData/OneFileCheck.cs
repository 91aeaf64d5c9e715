using Kiln.Contracts;
using Kiln.Contracts.Locks;
using Kiln.Host.Data;
using Kiln.Host.Diagnostics;

namespace Kiln.Host.NewData;

/// <summary>
/// Holds the file of a dataset that has one against itself: where it is longer in time, its new rows against those before them, else all of
/// it against the contract's profile.
/// </summary>
/// <param name="isWrittenAnew">Whether nobody expects of it to have the rows that it had.</param>
sealed class OneFileCheck(Table all, Places places, bool isWrittenAnew)
{
    readonly Partition _file = all.Partitions[0];
    readonly ProfileCheck _profile = new(all, places);

    /// <param name="growth">Null where it is not longer in time.</param>
    public IEnumerable<Diagnostic> Check(LockedPartition was, Growth? growth)
    {
        var growths = new GrowthCheck(all, [], places);
        if (growth is not { IsProven: false })
            return growth is not null && growths.Check(growth) is { } found ? found : _profile.Check(_file);
        // What the old rows are is not known any longer, and slices of them say nothing of a unit that changed in all.
        List<Diagnostic> differences = [.. _profile.Check(_file)];
        return [.. isWrittenAnew ? [] : new[] { Rewritten(was, growth) }, .. differences.Count > 0 ? differences : growths.Check(growth) ?? []];
    }

    Diagnostic Rewritten(LockedPartition was, Growth growth) => places.AtFile(_file, Ids.HistoryRewritten,
        $"the rows until {was.To} are not those the model was trained on: they were {Counted.Format(was.Rows, "row")}, and are {Counted.Format(growth.Old.Length, "row")}"
        + $"{(was.Rows == growth.Old.Length ? " with other values" : "")}; if the file is written anew each time, say so with Merge=\"Replace\".");
}
