using System.Globalization;
using Kiln.Contracts;
using Kiln.Contracts.Data;
using Kiln.Host.Data;
using Kiln.Host.Diagnostics;

namespace Kiln.Host.NewData;

/// <summary>
/// Holds the file of a dataset that has one, and that was written anew, against what the contract observed. Nobody knows how much such files
/// usually differ, so only what a model would notice is told.
/// </summary>
sealed class ProfileCheck(Table table, Places places)
{
    const int TestsOfColumn = 2;

    readonly DataContract _contract = table.Contract;

    double Probability => NewRowsCheck.FalseAlarms / (TestsOfColumn * table.Columns.Count + 1);

    string Before => FormattableString.Invariant($"when its contract was inferred or last accepted ({_contract.Rows:N0} rows)");

    public IEnumerable<Diagnostic> Check(Partition file)
    {
        // A dataset grows; one that shrinks to less than half was cut off.
        if (2L * file.Rows < _contract.Rows)
            yield return places.AtFile(file, Ids.RowCountUnusual,
                $"the file has {Counted.Format(file.Rows, "row")}, less than half of what it had {Before}: an export that was cut off, or the wrong period?");
        foreach (var (column, id, message) in Describe(file))
            yield return places.AtColumn(file, column, id, message);
    }

    /// <summary>What is different about the columns of some rows.</summary>
    public IEnumerable<(Column Column, string Id, string Message)> Describe(RowRange rows) => table.Columns
        .Where(column => column.Column.Role is ColumnRole.Feature or ColumnRole.Label or ColumnRole.Group or ColumnRole.Weight && _contract.Profile.ContainsKey(column.Column.Name))
        .SelectMany(column => Describe(rows, column, _contract.Profile[column.Column.Name]));

    IEnumerable<(Column Column, string Id, string Message)> Describe(RowRange rows, TableColumn column, ColumnProfile profile)
    {
        if (ProfileBins.Find(column, profile, _contract.Rows) is { } bins
            && ShareTest.Judge([bins.Known], bins.Bins.CountRows(column, rows), Probability) is { IsAlarm: true } finding)
            yield return (column.Column, Ids.ColumnChanged,
                $"'{column.Column.Name}' is distributed differently than {Before}: stability index {Text(finding.Index)}, and {Text(finding.Limit.Value)} is the limit; "
                + $"most of it in {bins.Bins.Describe(finding.Bin)}: {Percent(finding.Share)} of the rows, {Percent(finding.Before)} then.");
        var missing = Enumerable.Range(rows.First, rows.Rows).LongCount(column.IsMissing);
        var then = (long)Math.Round(profile.Missing * _contract.Rows);
        if (ShareTest.Judge([[then, _contract.Rows - then]], [missing, rows.Rows - missing], Probability).IsAlarm)
            yield return (column.Column, Ids.MissingChanged,
                $"'{column.Column.Name}' has no value in {Percent((double)missing / rows.Rows)} of the rows, and had none in {Percent(profile.Missing)} {Before}.");
    }

    static string Percent(double share) => (100 * share).ToString("0.##", CultureInfo.InvariantCulture) + " %";

    static string Text(double value) => value.ToString("G3", CultureInfo.InvariantCulture);
}
