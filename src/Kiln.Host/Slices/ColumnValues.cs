using System.Globalization;
using Kiln.Contracts.Data;
using Kiln.Host.Data;

namespace Kiln.Host.Slices;

/// <summary>A column of few values as slices of the rows: those the contract lists, in its order, then all others together, then the missing one.</summary>
sealed class ColumnValues
{
    readonly TableColumn _column;
    readonly IReadOnlyList<string> _listed;
    readonly Dictionary<double, int> _numbers;

    ColumnValues(TableColumn column, IReadOnlyList<string> listed)
    {
        (_column, _listed) = (column, listed);
        _numbers = column.Column.Type is ColumnType.Number or ColumnType.Integer
            ? listed.Index().ToDictionary(value => double.Parse(value.Item, CultureInfo.InvariantCulture), value => value.Index)
            : [];
    }

    public int Count => _listed.Count + 2;

    /// <summary>Null where the contract lists no values: each would have few rows.</summary>
    public static ColumnValues? Create(TableColumn column) => column.Column.LabelValues() is { Count: > 0 } listed ? new(column, listed) : null;

    /// <summary>The place of a row's value.</summary>
    public int Find(int row) => _column switch
    {
        _ when _column.IsMissing(row) => _listed.Count + 1,
        TextColumn texts => Math.Min(texts.Codes[row], _listed.Count),
        NumberColumn { Column.Type: ColumnType.Boolean } booleans => (int)booleans.Values[row],
        NumberColumn numbers => _numbers.GetValueOrDefault(numbers.Values[row], _listed.Count),
        _ => throw new InvalidOperationException($"{_column.GetType()} has no listed values"),
    };

    /// <summary>The value as the file spells it; of what may not be printed its number in the contract.</summary>
    public string Name(int value) => value == _listed.Count ? "(not listed)"
        : value > _listed.Count ? "(missing)"
        : _column.Column.Classification is null ? _listed[value]
        : $"value {value + 1}";
}
