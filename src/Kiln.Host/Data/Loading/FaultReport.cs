using Kiln.Contracts;
using Kiln.Contracts.Data;
using Kiln.Host.Data.Sources;
using Kiln.Host.Diagnostics;

namespace Kiln.Host.Data.Loading;

/// <summary>Says what does not fit, each at the first field it is true of.</summary>
sealed class FaultReport(RowPlaces rows, string contract)
{
    const int LongestShown = 60;

    public IReadOnlyList<Diagnostic> Describe(IEnumerable<(Column Column, Fault Fault)> faults)
    {
        var found = faults.ToList();
        var places = rows.Find([.. found.Select(item => (item.Fault.Row, item.Column.Name))]);
        return [.. found.Zip(places, (item, place) => place.Say(item.Fault.Id, Message(item.Column, item.Fault)))];
    }

    string Message(Column column, Fault fault)
    {
        var rows = fault.Rows == 1 ? "this row" : $"the first of {Counted.Format(fault.Rows, "row")}";
        var value = $"'{(fault.Text.Length > LongestShown ? fault.Text[..LongestShown] + "…" : fault.Text)}'";
        return fault.Id switch
        {
            Ids.ValueMissing =>
                $"column '{column.Name}' has no value here ({rows}), which the contract does not allow; "
                + $"fill it in, or write \"nullable\": true for the column in {contract}",
            Ids.ValueOutsideDomain when column.Type == ColumnType.Category =>
                $"{value} {fault.Matter} of column '{column.Name}' ({rows}){Nearest.Hint(fault.Text, column.Values)}; "
                + $"correct it, or add it to \"values\" in {contract}",
            Ids.ValueIsNoClass =>
                $"{value} {fault.Matter} of column '{column.Name}' ({rows}), which a model predicts as classes; correct it, or add it to \"classes\" in {contract}",
            Ids.ValueOutsideDomain =>
                $"{value} {fault.Matter} of column '{column.Name}' ({rows}); correct it, or change the bound in {contract}",
            Ids.NumberTooLarge =>
                $"{value} in column '{column.Name}' {fault.Matter} ({rows}); "
                + "correct it, write the column in a larger unit, or, if it means that the value is missing, add it to "
                + $"\"missing\" in {contract}",
            _ =>
                $"{value} in column '{column.Name}' {fault.Matter} ({rows}); "
                + "correct it, or, if it means that the value is missing, add it to the column's "
                + $"\"missing\" in {contract}, or give the column another \"type\" there",
        };
    }
}
