namespace Kiln.Contracts.Data;

/// <summary>One column of a contract.</summary>
public sealed class Column
{
    /// <summary>As the file's header spells it.</summary>
    public required string Name { get; init; }

    /// <summary>The C# property's name.</summary>
    public required string Property { get; init; }

    public required ColumnType Type { get; init; }

    public required bool Nullable { get; init; }

    public required ColumnRole Role { get; init; }

    public string? Unit { get; init; }

    public string? Description { get; init; }

    /// <summary>The smallest allowed number; null for no bound.</summary>
    public double? Min { get; init; }

    /// <summary>The largest allowed number; null for no bound.</summary>
    public double? Max { get; init; }

    /// <summary>The allowed values of a category, in the order that numbers classes; empty for other types.</summary>
    public IReadOnlyList<string> Values { get; init; } = [];

    /// <summary>
    /// The classes of a number or integer column, as JSON spells numbers, where it is the label of a classification: few different numbers
    /// may be quantities or names. Empty for other types, and where there are many.
    /// </summary>
    public IReadOnlyList<string> Classes { get; init; } = [];

    /// <summary>Which of two values counts as yes where the column is the label of a binary classification; null where a rule decides.</summary>
    public string? Positive { get; init; }

    /// <summary>How the file spells true; null for other types than boolean.</summary>
    public string? TrueText { get; init; }

    /// <summary>How the file spells false; null for other types than boolean.</summary>
    public string? FalseText { get; init; }

    /// <summary>Texts that mean a missing value in this column, besides the empty field; null where the dataset's hold.</summary>
    public IReadOnlyList<string>? Missing { get; init; }

    /// <summary>A strptime format for this column's dates; null where the dataset's holds.</summary>
    public string? DateFormat { get; init; }

    /// <summary>Where the column stands in the contract file, from 1; 0 when it was not read from one.</summary>
    public int Line { get; init; }
}
