using System.Globalization;
using Kiln.Contracts.Locks;
using Kiln.Host.Data;
using Kiln.Host.Models;

namespace Kiln.Host.Examples;

/// <summary>What a model's data is, by its rows.</summary>
static class DataIdentity
{
    /// <param name="all">What each file holds, before the files are merged.</param>
    public static PlanData Describe(ModelPlan plan, ModelRows rows, Table all) => Describe(plan, all, rows.HoldOut.Split);

    /// <param name="all">What each file holds, before the files are merged.</param>
    /// <param name="split">What places the rows on their sides.</param>
    public static PlanData Describe(ModelPlan plan, Table all, LockedSplit split)
    {
        var folder = Path.GetDirectoryName(plan.LockPath)!;
        return new(
            RowSetHash.Compute(all.Merged.RowHashes),
            split,
            [.. all.Partitions.Select(partition => Describe(partition, all, Path.GetRelativePath(folder, partition.Path).Replace('\\', '/')))]);
    }

    /// <summary>One file, as a lock notes it: without its times where they are a classified column's values.</summary>
    public static LockedPartition Describe(Partition partition, Table table, string name)
    {
        var hash = RowSetHash.ComputePart(table.RowHashes.AsSpan(partition.First, partition.Rows));
        var moments = table.Time is not { Column.Classification: null } time ? [] : time.Values[partition.First..partition.End].OfType<DateTime>().ToList();
        return moments.Count == 0 ? new(name, hash, partition.Rows) : new(name, hash, partition.Rows, Text(moments.Min()), Text(moments.Max()));
    }

    static string Text(DateTime moment) =>
        moment.ToString(moment.TimeOfDay == TimeSpan.Zero ? "yyyy-MM-dd" : "yyyy-MM-ddTHH:mm:ss.FFFFFFF", CultureInfo.InvariantCulture);
}
