namespace Kiln.Host.Interchange.Places;

/// <summary>The standard's types, and the contract's.</summary>
static class LogicalTypes
{
    /// <summary>All of the standard (v3.1.0, "Schema", logicalType).</summary>
    public static readonly string[] Names = ["string", "date", "timestamp", "time", "number", "integer", "object", "array", "boolean"];

    public static string FromType(string? type) => type switch
    {
        "number" or "integer" or "boolean" => type,
        "date-time" => "timestamp",
        _ => "string",
    };

    /// <summary>Null for one that no column of a table has.</summary>
    public static string? ToType(string logicalType) => logicalType switch
    {
        "number" or "integer" or "boolean" => logicalType,
        "date" or "timestamp" => "date-time",
        "string" or "time" => "text",
        _ => null,
    };

    /// <summary>Whether a column can be of the type where the standard says the other: several of ours are one there.</summary>
    public static bool Fits(string type, string other) => FromType(type) == FromType(other);

    /// <summary>
    /// The type that a database's name for it means; a property may have no other. Parameters (<c>varchar(18)</c>) and other words behind
    /// the first (<c>double precision</c>) do not matter, but <c>decimal(10,0)</c> and <c>numeric</c> may have fractions.
    /// </summary>
    public static string? FromPhysical(string physicalType) => physicalType.Split('(', ' ')[0].ToLowerInvariant() switch
    {
        "int" or "integer" or "bigint" or "smallint" or "tinyint" or "long" or "short" or "int2" or "int4" or "int8" or "int16" or "int32" or "int64"
            or "serial" or "bigserial" => "integer",
        "float" or "double" or "real" or "decimal" or "numeric" or "number" or "money" or "float4" or "float8" or "float32" or "float64" => "number",
        "bool" or "boolean" or "bit" => "boolean",
        "date" or "timestamp" or "datetime" or "datetime2" or "timestamptz" => "date-time",
        "string" or "text" or "varchar" or "char" or "character" or "nvarchar" or "nchar" or "uuid" or "enum" or "varchar2" or "time" => "text",
        _ => null,
    };
}
