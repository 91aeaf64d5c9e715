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

    /// <summary>The earliest and the latest allowed date; null for no bound.</summary>
    public DateTime? Earliest { get; init; }

    public DateTime? Latest { get; init; }

    /// <summary>The allowed values of a category, in the order that numbers classes; empty for other types.</summary>
    public IReadOnlyList<string> Values { get; init; } = [];

    /// <summary>Whether a category may have values that are not listed. A model sees one as it sees any unknown value.</summary>
    public bool Open { get; init; }

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

    /// <summary>Between the whole and the fraction of this column's numbers; null where the dataset's holds.</summary>
    public string? Decimal { get; init; }

    /// <summary>What groups the digits of this column's numbers by three; null for nothing.</summary>
    public string? Thousands { get; init; }

    /// <summary>Signs of units and currencies that are taken off before or behind a number.</summary>
    public IReadOnlyList<string> Symbols { get; init; } = [];

    /// <summary>Whether spaces and tabs around a text are no part of it.</summary>
    public bool Trim { get; init; } = true;

    /// <summary>The largest share of rows without a value, 0 to 1; null for any.</summary>
    public double? MaxMissing { get; init; }

    /// <summary>Whether no value may occur twice.</summary>
    public bool Unique { get; init; }

    /// <summary>A regular expression that a whole text must match; see <see cref="TextPattern"/>.</summary>
    public string? Pattern { get; init; }

    /// <summary>The fewest and the most characters of a text; null for no bound.</summary>
    public int? MinLength { get; init; }

    public int? MaxLength { get; init; }

    /// <summary>Null where the values are nobody's.</summary>
    public Classification? Classification { get; init; }

    /// <summary>Whether the values are known in training only, so that no model may use them to predict.</summary>
    public bool OnlyInTraining { get; init; }

    /// <summary>The share of rows that may break the rules of the column; then it is a warning.</summary>
    public double Tolerance { get; init; }

    public Severity Severity { get; init; }

    /// <summary>Where the column stands in the contract file, from 1; 0 when it was not read from one.</summary>
    public int Line { get; init; }
}
