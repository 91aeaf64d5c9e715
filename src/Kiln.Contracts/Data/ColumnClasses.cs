namespace Kiln.Contracts.Data;

/// <summary>A column's values as the classes of a label.</summary>
public static class ColumnClasses
{
    /// <summary>In the contract's order, false before true; empty where the column has none: text, dates, numbers that are many.</summary>
    public static IReadOnlyList<string> LabelValues(this Column column) => column.Type switch
    {
        ColumnType.Boolean => [column.FalseText!, column.TrueText!],
        ColumnType.Category => column.Values,
        ColumnType.Number or ColumnType.Integer => column.Classes,
        _ => [],
    };
}
