namespace Kiln.Contracts.Data;

public enum ColumnType
{
    /// <summary>A real number.</summary>
    Number,

    /// <summary>A whole number, 64 bits.</summary>
    Integer,

    /// <summary>Two values, spelled as <see cref="Column.TrueText"/> and <see cref="Column.FalseText"/>.</summary>
    Boolean,

    /// <summary>Text with a known set of values.</summary>
    Category,

    /// <summary>Free text.</summary>
    Text,

    /// <summary>A date, with or without time of day.</summary>
    DateTime,
}
