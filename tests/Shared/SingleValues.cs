using Kiln.Contracts.Data;

namespace Kiln.Testing;

/// <summary>Values alone, and the rule of their column that each breaks: what a build refuses as data, a model refuses as input.</summary>
static class SingleValues
{
    /// <summary>The column, the value as a file has it, and the rule; null where the value is allowed.</summary>
    public static IReadOnlyList<(Column Column, string Text, string? Rule)> Cases { get; } =
    [
        .. Numbers(null, null, ("", "nullable"), ("-5", null), ("3e38", null)),
        .. Numbers(0, 0.1, ("-0.1", "min"), ("-1e-9", "min"), ("-0", null), ("0", null), ("0.1", null), ("0.11", "max")),
        .. Of(() => Create(ColumnType.Number, nullable: true, min: 1), ("", null), ("0.5", "min")),
        .. Of(() => Create(ColumnType.Integer, min: -2, max: 9007199254740991), ("-3", "min"), ("-2", null), ("9007199254740991", null), ("9007199254740993", "max")),
        .. Of(() => Create(ColumnType.DateTime, earliest: new(2024, 2, 29)), ("2024-02-28", "min"), ("2024-02-29", null)),
        .. Of(() => Create(ColumnType.DateTime, nullable: true, latest: new(2024, 2, 29)), ("2024-03-01", "max"), ("2024-02-29", null), ("", null)),
        .. Of(() => Create(ColumnType.Category, values: ["a", "Ünï"]), ("a", null), (" a ", null), ("Ünï", null), ("A", "values"), ("ünï", "values"), ("", "nullable")),
        .. Of(() => Create(ColumnType.Category, nullable: true, values: ["a"], open: true), ("b", null), ("", null), ("  ", null)),
        .. Of(() => Create(ColumnType.Text, minLength: 2, maxLength: 3), ("a", "minLength"), ("ab", null), ("😀😀😀", null), ("😀", "minLength"), ("abcd", "maxLength"), ("", "nullable")),
        .. Of(() => Create(ColumnType.Text, nullable: true, pattern: "[A-Z]{3}|x"), ("ABC", null), ("x", null), ("xABC", "pattern"), ("abc", "pattern"), ("", null)),
    ];

    static IEnumerable<(Column, string, string?)> Numbers(double? min, double? max, params (string, string?)[] values) =>
        Of(() => Create(ColumnType.Number, min: min, max: max), values);

    /// <summary>A column for each value: of a row, all are told.</summary>
    static IEnumerable<(Column, string, string?)> Of(Func<Column> column, params (string Text, string? Rule)[] values) =>
        values.Select(value => (column(), value.Text, value.Rule));

    static int _count;

    static Column Create(
        ColumnType type, bool nullable = false, double? min = null, double? max = null, DateTime? earliest = null, DateTime? latest = null,
        string[]? values = null, bool open = false, int? minLength = null, int? maxLength = null, string? pattern = null) => new()
    {
        Name = $"c{++_count}", Property = $"C{_count}", Type = type, Nullable = nullable, Role = ColumnRole.Feature, Min = min, Max = max,
        Earliest = earliest, Latest = latest, Values = values ?? [], Open = open, MinLength = minLength, MaxLength = maxLength, Pattern = pattern,
    };
}
