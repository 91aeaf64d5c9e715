using System.Globalization;
using Kiln.Contracts;
using Kiln.Contracts.Data;
using Kiln.Host.Data;
using Kiln.Host.Diagnostics;

namespace Kiln.Host.NewData;

/// <summary>Holds each column of a new file against the same column of those before it.</summary>
/// <param name="probability">Of a false alarm, in each test.</param>
sealed class ColumnCheck(IReadOnlyList<TableColumn> columns, IReadOnlyList<Partition> known, Partition fresh, Places places, double probability)
{
    readonly Dictionary<TableColumn, (ColumnBins Bins, List<long[]> Known, ShareFinding Finding)> _shares = [];

    public IEnumerable<Diagnostic> Check()
    {
        foreach (var column in columns)
            if (ColumnBins.Choose(column, known) is { } bins && known.Select(file => bins.CountRows(column, file)).ToList() is var counts)
                _shares.Add(column, (bins, counts, ShareTest.Judge(counts, bins.CountRows(column, fresh), probability)));
        return columns.SelectMany(Check);
    }

    IEnumerable<Diagnostic> Check(TableColumn column)
    {
        if (Missing(column) is { } missing)
            yield return missing;
        if (Exchanged(column) is { } other)
            yield return At(column, Ids.ColumnsExchanged,
                $"the values of '{column.Column.Name}' in this file look like those of '{other.Column.Name}' in {NewFileCheck.Earlier(known)}, and the other way round: were the two columns exchanged?");
        else if (_shares.TryGetValue(column, out var shares) && shares.Finding is { IsAlarm: true } finding)
            yield return At(column, Ids.ColumnChanged, Describe(column, shares.Bins, finding));
        else if (column is NumberColumn { Column.Type: not ColumnType.Boolean } numbers && MeanTest.Judge([.. known.Select(file => Sum(numbers, file))], Sum(numbers, fresh), probability) is { IsAlarm: true } mean)
            yield return At(column, Ids.ColumnChanged,
                $"the mean of '{column.Column.Name}' is {Text(mean.Mean)} in this file and was {Text(mean.Before)} in {NewFileCheck.Earlier(known)}: "
                + $"{Text(Math.Sqrt(mean.Squared))} standard deviations, and {Text(Math.Sqrt(mean.Limit.Value))} is the limit ({Rows(mean.Rows, mean.EarlierRows)}; {Because(mean.Limit)}).");
    }

    string Describe(TableColumn column, ColumnBins bins, ShareFinding finding) =>
        $"'{column.Column.Name}' is distributed differently in this file than in {NewFileCheck.Earlier(known)}: stability index {Text(finding.Index)}, and {Text(finding.Limit.Value)} is the limit "
        + $"({Rows(finding.Rows, finding.EarlierRows)}; {Because(finding.Limit)}); most of it in {bins.Describe(finding.Bin)}: {Percent(finding.Share)} of the rows, {Percent(finding.Before)} before"
        + (column is NumberColumn numbers && Scale.Describe(numbers, known, fresh) is { } change ? $"; {change}" : ".");

    Diagnostic? Missing(TableColumn column)
    {
        var finding = ShareTest.Judge([.. known.Select(file => CountMissing(column, file))], CountMissing(column, fresh), probability);
        var (now, before) = finding.Bin == 0 ? (finding.Share, finding.Before) : (1 - finding.Share, 1 - finding.Before);
        return !finding.IsAlarm ? null : At(column, Ids.MissingChanged,
            $"'{column.Column.Name}' has no value in {Percent(now)} of the rows of this file, and in {Percent(before)} of those of {NewFileCheck.Earlier(known)} "
            + $"({Rows(finding.Rows, finding.EarlierRows)}; {Because(finding.Limit)}).");
    }

    /// <summary>The column whose earlier values this one's look like, and the other way round.</summary>
    TableColumn? Exchanged(TableColumn column) => !IsAlarm(column) ? null
        : columns.FirstOrDefault(other => other != column && other.GetType() == column.GetType() && IsAlarm(other) && LooksLike(column, other) && LooksLike(other, column));

    bool IsAlarm(TableColumn column) => _shares.TryGetValue(column, out var shares) && shares.Finding.IsAlarm;

    /// <summary>No further from the other's earlier values than a good file of the other, or a tenth as far as from its own.</summary>
    bool LooksLike(TableColumn column, TableColumn other)
    {
        if (column is TextColumn mine && other is TextColumn theirs && !mine.Texts.SequenceEqual(theirs.Texts))
            return false;
        var (bins, counts, finding) = _shares[other];
        var index = ShareTest.Index(bins.CountRows(column, fresh), ShareTest.Total(counts, bins.Count));
        return index <= Math.Max(finding.Limit.Value, 0.1 * _shares[column].Finding.Index);
    }

    static long[] CountMissing(TableColumn column, Partition file)
    {
        long missing = 0;
        for (var row = file.First; row < file.End; row++)
            missing += column.IsMissing(row) ? 1 : 0;
        return [missing, file.Rows - missing];
    }

    Moments Sum(NumberColumn column, Partition file)
    {
        var first = column.Values.AsSpan(known[0].First, known[0].Rows);
        var sum = new Moments(first.IndexOfAnyExcept(double.NaN) is var at and >= 0 ? first[at] : 0, 0, 0, 0);
        for (var row = file.First; row < file.End; row++)
            if (!column.IsMissing(row))
                sum = sum.Add(column.Values[row]);
        return sum;
    }

    Diagnostic At(TableColumn column, string id, string message) => places.AtColumn(fresh, column.Column, id, message);

    string Because(Limit limit) => FormattableString.Invariant(
        $"one good file in {1 / NewFileCheck.FalseAlarms:0} is told something for nothing{(limit.KnowsSpread ? "" : "; too few files to know how much they usually differ")}");

    static string Rows(long rows, long earlier) => FormattableString.Invariant($"{rows:N0} values against {earlier:N0}");

    static string Percent(double share) => (100 * share).ToString("0.##", CultureInfo.InvariantCulture) + " %";

    static string Text(double value) => value.ToString("G3", CultureInfo.InvariantCulture);
}
