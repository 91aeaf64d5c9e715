namespace Kiln.Contracts.Data;

/// <summary>How the data file is written. Sniffed once, pinned from then on: a later file must not be read another way by accident.</summary>
public sealed class Dialect
{
    /// <summary>Between fields, such as "," or a tab.</summary>
    public string Delimiter { get; init; } = ",";

    /// <summary>Around fields that need it; empty for none.</summary>
    public string Quote { get; init; } = "\"";

    /// <summary>Before a quote inside a quoted field; empty for none.</summary>
    public string Escape { get; init; } = "\"";

    /// <summary>Between the whole and the fraction of a number: "." or ",".</summary>
    public string Decimal { get; init; } = ".";

    /// <summary>Texts that mean a missing value, besides the empty field, in columns without a list of their own.</summary>
    public IReadOnlyList<string> Missing { get; init; } = [];

    /// <summary>A strptime format for date-time columns without one of their own; null for ISO 8601.</summary>
    public string? DateFormat { get; init; }

    /// <summary>A column's own list takes the place of this one, also an empty one.</summary>
    public IReadOnlyList<string> MissingIn(Column column) => column.Missing ?? Missing;

    /// <summary>A column's own sign takes the place of this one.</summary>
    public string DecimalIn(Column column) => column.Decimal ?? Decimal;

    public string? DateFormatOf(Column column) => column.DateFormat ?? DateFormat;
}
