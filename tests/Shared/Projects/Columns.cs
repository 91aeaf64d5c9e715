using Kiln.Contracts;
using Kiln.Contracts.Data;

namespace Kiln.Testing;

/// <summary>Columns as inference would give them.</summary>
static class Columns
{
    public static Column Number(string name, bool nullable = false, ColumnRole role = ColumnRole.Feature) => Of(name, ColumnType.Number, nullable, role);

    public static Column Integer(string name, bool nullable = false, ColumnRole role = ColumnRole.Feature) => Of(name, ColumnType.Integer, nullable, role);

    public static Column Date(string name, bool nullable = false, ColumnRole role = ColumnRole.Feature) => Of(name, ColumnType.DateTime, nullable, role);

    public static Column Text(string name, bool nullable = false, ColumnRole role = ColumnRole.Feature) => Of(name, ColumnType.Text, nullable, role);

    public static Column Boolean(string name, bool nullable = false, ColumnRole role = ColumnRole.Feature) => new()
    {
        Name = name, Property = Identifier.FromHeader(name), Type = ColumnType.Boolean, Nullable = nullable, Role = role, TrueText = "yes", FalseText = "no",
    };

    public static Column Category(string name, params string[] values) => new()
    {
        Name = name, Property = Identifier.FromHeader(name), Type = ColumnType.Category, Nullable = false, Role = ColumnRole.Feature, Values = values,
    };

    public static Column Named(this Column column, string property) => new()
    {
        Name = column.Name, Property = property, Type = column.Type, Nullable = column.Nullable, Role = column.Role,
        Values = column.Values, TrueText = column.TrueText, FalseText = column.FalseText,
    };

    public static Column Optional(this Column column) => new()
    {
        Name = column.Name, Property = column.Property, Type = column.Type, Nullable = true, Role = column.Role,
        Values = column.Values, TrueText = column.TrueText, FalseText = column.FalseText,
    };

    static Column Of(string name, ColumnType type, bool nullable, ColumnRole role) => new()
    {
        Name = name, Property = Identifier.FromHeader(name), Type = type, Nullable = nullable, Role = role,
    };
}
