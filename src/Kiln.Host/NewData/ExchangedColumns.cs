using Kiln.Host.Data;
using Kiln.Monitoring;

namespace Kiln.Host.NewData;

/// <summary>Finds columns whose values came to stand under each other's name.</summary>
/// <param name="shares">Of each column that can be told by its values.</param>
/// <param name="fresh">The new rows.</param>
sealed class ExchangedColumns(IReadOnlyDictionary<TableColumn, ColumnShares> shares, RowRange fresh)
{
    /// <summary>The column whose earlier values this one's look like, and the other way round.</summary>
    public TableColumn? Find(TableColumn column) => !IsAlarm(column) ? null
        : shares.Keys.FirstOrDefault(other => other != column && other.GetType() == column.GetType() && IsAlarm(other) && LooksLike(column, other) && LooksLike(other, column));

    bool IsAlarm(TableColumn column) => shares.TryGetValue(column, out var one) && one.Finding.IsAlarm;

    /// <summary>No further from the other's earlier values than good rows of the other, or a tenth as far as from its own.</summary>
    bool LooksLike(TableColumn column, TableColumn other)
    {
        if (column is TextColumn mine && other is TextColumn theirs && !mine.Texts.SequenceEqual(theirs.Texts))
            return false;
        var (bins, counts, finding) = shares[other];
        var index = StabilityIndex.Between(bins.CountRows(column, fresh), ShareTest.Total(counts, bins.Count));
        return index <= Math.Max(finding.Limit.Value, 0.1 * shares[column].Finding.Index);
    }
}
