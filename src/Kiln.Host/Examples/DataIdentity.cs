using System.Globalization;
using Kiln.Contracts.Data;
using Kiln.Contracts.Locks;
using Kiln.Host.Data;
using Kiln.Host.Models;

namespace Kiln.Host.Examples;

/// <summary>What a model's data is, by its rows.</summary>
static class DataIdentity
{
    /// <param name="all">What each file holds, before the files are merged.</param>
    public static PlanData Describe(ModelPlan plan, ModelRows rows, Table all)
    {
        var time = all.Columns.OfType<DateTimeColumn>().FirstOrDefault(column => column.Column.Role == ColumnRole.Time);
        var folder = Path.GetDirectoryName(plan.LockPath)!;
        return new(
            RowSetHash.Compute(rows.Table.RowHashes),
            rows.HoldOut.Split,
            [.. all.Partitions.Select(partition => Describe(partition, all, time, Path.GetRelativePath(folder, partition.Path).Replace('\\', '/')))]);
    }

    static LockedPartition Describe(Partition partition, Table table, DateTimeColumn? time, string name)
    {
        var hash = RowSetHash.Compute(table.RowHashes.AsSpan(partition.First, partition.Rows))[..RowSetHash.PartDigits];
        var moments = time?.Values[partition.First..partition.End].OfType<DateTime>().ToList() ?? [];
        return moments.Count == 0 ? new(name, hash, partition.Rows) : new(name, hash, partition.Rows, Text(moments.Min()), Text(moments.Max()));
    }

    static string Text(DateTime moment) =>
        moment.ToString(moment.TimeOfDay == TimeSpan.Zero ? "yyyy-MM-dd" : "yyyy-MM-ddTHH:mm:ss.FFFFFFF", CultureInfo.InvariantCulture);
}
