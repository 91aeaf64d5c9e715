using System.Globalization;
using Kiln.Contracts.Data;

namespace Kiln.Host.Data.Checks;

/// <summary>A value of a table as messages and lists show it.</summary>
static class CellText
{
    /// <summary>Null where it is missing.</summary>
    public static string? Find(TableColumn column, int row) => column switch
    {
        _ when column.IsMissing(row) => null,
        TextColumn texts => texts.Texts[texts.Codes[row]],
        DateTimeColumn dates => IsoDate.Format(dates.Values[row]!.Value),
        NumberColumn { Column.Type: ColumnType.Boolean } truths => truths.Values[row] != 0 ? column.Column.TrueText : column.Column.FalseText,
        NumberColumn numbers => numbers.Values[row].ToString(CultureInfo.InvariantCulture),
        _ => null,
    };
}
