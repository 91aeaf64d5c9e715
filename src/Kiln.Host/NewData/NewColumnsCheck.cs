using System.Globalization;
using Kiln.Contracts;
using Kiln.Contracts.Data;
using Kiln.Host.Data;
using Kiln.Host.Diagnostics;

namespace Kiln.Host.NewData;

/// <summary>Holds each column of new rows against the same column of the parts before them.</summary>
/// <param name="probability">Of a false alarm, in each test.</param>
sealed class NewColumnsCheck(IReadOnlyList<TableColumn> columns, NewRows fresh, Places places, double probability)
{
    readonly IReadOnlyList<RowRange> _known = fresh.Known;
    readonly Dictionary<TableColumn, ColumnShares> _shares = [];

    public IEnumerable<Diagnostic> Check()
    {
        foreach (var column in columns)
            if (ColumnBins.Choose(column, _known) is { } bins && _known.Select(part => bins.CountRows(column, part)).ToList() is var counts)
                _shares.Add(column, new(bins, counts, ShareTest.Judge(counts, bins.CountRows(column, fresh.Range), probability)));
        var exchanged = new ExchangedColumns(_shares, fresh.Range);
        return columns.SelectMany(column => Check(column, exchanged));
    }

    IEnumerable<Diagnostic> Check(TableColumn column, ExchangedColumns exchanged)
    {
        if (Missing(column) is { } missing)
            yield return missing;
        if (exchanged.Find(column) is { } other)
            yield return At(column, Ids.ColumnsExchanged,
                $"the values of '{column.Column.Name}' in {fresh.Name} look like those of '{other.Column.Name}' in {fresh.Earlier}, and the other way round: were the two columns exchanged?");
        else if (_shares.TryGetValue(column, out var shares) && shares.Finding is { IsAlarm: true } finding)
            yield return At(column, Ids.ColumnChanged, Describe(column, shares.Bins, finding));
        else if (column is NumberColumn { Column.Type: not ColumnType.Boolean } numbers && MeanTest.Judge([.. _known.Select(part => Sum(numbers, part))], Sum(numbers, fresh.Range), probability) is { IsAlarm: true } mean)
            yield return At(column, Ids.ColumnChanged,
                $"the mean of '{column.Column.Name}' is {Text(mean.Mean)} in {fresh.Name} and was {Text(mean.Before)} in {fresh.Earlier}: "
                + $"{Text(Math.Sqrt(mean.Squared))} standard deviations, and {Text(Math.Sqrt(mean.Limit.Value))} is the limit ({Rows(mean.Rows, mean.EarlierRows)}; {Because(mean.Limit)}).");
    }

    string Describe(TableColumn column, ColumnBins bins, ShareFinding finding) =>
        $"'{column.Column.Name}' is distributed differently in {fresh.Name} than in {fresh.Earlier}: stability index {Text(finding.Index)}, and {Text(finding.Limit.Value)} is the limit "
        + $"({Rows(finding.Rows, finding.EarlierRows)}; {Because(finding.Limit)}); most of it in {bins.Describe(finding.Bin)}: {Percent(finding.Share)} of the rows, {Percent(finding.Before)} before"
        + (column is NumberColumn numbers && Scale.Describe(numbers, _known, fresh.Range) is { } change ? $"; {change}" : ".");

    Diagnostic? Missing(TableColumn column)
    {
        var finding = ShareTest.Judge([.. _known.Select(part => CountMissing(column, part))], CountMissing(column, fresh.Range), probability);
        var (now, before) = finding.Bin == 0 ? (finding.Share, finding.Before) : (1 - finding.Share, 1 - finding.Before);
        return !finding.IsAlarm ? null : At(column, Ids.MissingChanged,
            $"'{column.Column.Name}' has no value in {Percent(now)} of {fresh.All}, and in {Percent(before)} of those of {fresh.Earlier} "
            + $"({Rows(finding.Rows, finding.EarlierRows)}; {Because(finding.Limit)}).");
    }

    static long[] CountMissing(TableColumn column, RowRange part)
    {
        long missing = 0;
        for (var row = part.First; row < part.End; row++)
            missing += column.IsMissing(row) ? 1 : 0;
        return [missing, part.Rows - missing];
    }

    Moments Sum(NumberColumn column, RowRange part)
    {
        var first = column.Values.AsSpan(_known[0].First, _known[0].Rows);
        var sum = new Moments(first.IndexOfAnyExcept(double.NaN) is var at and >= 0 ? first[at] : 0, 0, 0, 0);
        for (var row = part.First; row < part.End; row++)
            if (!column.IsMissing(row))
                sum = sum.Add(column.Values[row]);
        return sum;
    }

    Diagnostic At(TableColumn column, string id, string message) => places.At(fresh.Find(column.Column), id, message);

    string Because(Limit limit) => FormattableString.Invariant(
        $"one good {fresh.Kind} in {1 / NewRowsCheck.FalseAlarms:0} is told something for nothing{(limit.KnowsSpread ? "" : $"; too few {fresh.Kind}s to know how much they usually differ")}");

    static string Rows(long rows, long earlier) => FormattableString.Invariant($"{rows:N0} values against {earlier:N0}");

    static string Percent(double share) => (100 * share).ToString("0.##", CultureInfo.InvariantCulture) + " %";

    static string Text(double value) => value.ToString("G3", CultureInfo.InvariantCulture);
}
