using System.Globalization;

namespace Kiln.Host.Data.Engine;

/// <summary>How values of a type become the text that DuckDB's cast makes of them.</summary>
/// <param name="Size">Bytes of a value in DuckDB's memory.</param>
sealed unsafe record ValueText(int Size, ValueText.Writer Write)
{
    /// <returns>How many bytes; 0 where the value counts as missing.</returns>
    public delegate int Writer(byte* value, Span<byte> to);

    /// <summary>Null where DuckDB is to make the text.</summary>
    /// <param name="type">As DuckDB calls it.</param>
    public static ValueText? For(string type) => type switch
    {
        "BOOLEAN" => new(1, (value, to) => Copy(*value != 0 ? "true"u8 : "false"u8, to)),
        "TINYINT" => new(1, (value, to) => Format(*(sbyte*)value, to)),
        "SMALLINT" => new(2, (value, to) => Format(*(short*)value, to)),
        "INTEGER" => new(4, (value, to) => Format(*(int*)value, to)),
        "BIGINT" => new(8, (value, to) => Format(*(long*)value, to)),
        "UTINYINT" => new(1, (value, to) => Format(*value, to)),
        "USMALLINT" => new(2, (value, to) => Format(*(ushort*)value, to)),
        "UINTEGER" => new(4, (value, to) => Format(*(uint*)value, to)),
        "UBIGINT" => new(8, (value, to) => Format(*(ulong*)value, to)),
        // In columns of numbers "not a number" is how many programs write a missing value.
        "DOUBLE" => new(8, (value, to) => double.IsNaN(*(double*)value) ? 0 : NumberWriter.Write(*(double*)value, to)),
        _ => Decimal(type),
    };

    /// <summary><c>DECIMAL(18,3)</c>, which is a whole number of thousandths, as wide as it needs to be.</summary>
    static ValueText? Decimal(string type)
    {
        if (!type.StartsWith("DECIMAL(", StringComparison.Ordinal) || type[8..^1].Split(',') is not [var first, var second])
            return null;
        var (width, decimals) = (int.Parse(first, CultureInfo.InvariantCulture), int.Parse(second, CultureInfo.InvariantCulture));
        var leadingZero = width > decimals;
        return width switch
        {
            <= 4 => new(2, (value, to) => NumberWriter.WriteDecimal(*(short*)value, decimals, leadingZero, to)),
            <= 9 => new(4, (value, to) => NumberWriter.WriteDecimal(*(int*)value, decimals, leadingZero, to)),
            <= 18 => new(8, (value, to) => NumberWriter.WriteDecimal(*(long*)value, decimals, leadingZero, to)),
            _ => null,
        };
    }

    static int Format<T>(T value, Span<byte> to) where T : IUtf8SpanFormattable =>
        value.TryFormat(to, out var length, default, CultureInfo.InvariantCulture) ? length : throw new InvalidOperationException("a whole number is longer than any can be");

    static int Copy(ReadOnlySpan<byte> from, Span<byte> to)
    {
        from.CopyTo(to);
        return from.Length;
    }
}
