using Kiln.Host.Data.Engine;

namespace Kiln.Host.Data.Sources;

/// <summary>A column of a relation.</summary>
/// <param name="Place">Where it stands in the relation, from 0.</param>
/// <param name="Type">As DuckDB calls it.</param>
sealed record TypedColumn(int Place, string Name, string Type)
{
    static readonly string[] Values =
    [
        "BOOLEAN", "TINYINT", "SMALLINT", "INTEGER", "BIGINT", "HUGEINT", "UTINYINT", "USMALLINT", "UINTEGER", "UBIGINT", "UHUGEINT", "BIGNUM",
        "FLOAT", "DOUBLE", "VARCHAR", "UUID", "DATE", "TIME", "TIME_NS", "TIME WITH TIME ZONE",
        "TIMESTAMP", "TIMESTAMP_S", "TIMESTAMP_MS", "TIMESTAMP_NS", "TIMESTAMP WITH TIME ZONE",
    ];

    /// <summary>What is neither nested nor raw bytes nor a span of time.</summary>
    public bool IsValue => Values.Contains(Type)
        || !Type.EndsWith(']') && (Type.StartsWith("DECIMAL(", StringComparison.Ordinal) || Type.StartsWith("ENUM(", StringComparison.Ordinal));

    /// <summary>What is asked for: its text, or its values where they become text here. In columns of numbers "not a number" is how many programs write a missing value.</summary>
    public string Select(string name) => ValueText.For(Type) is not null ? name
        : Type == "FLOAT" ? $"CASE WHEN NOT isnan({name}) THEN CAST({name} AS VARCHAR) END"
        : $"CAST({name} AS VARCHAR)";
}
