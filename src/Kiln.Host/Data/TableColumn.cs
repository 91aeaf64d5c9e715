using Kiln.Contracts.Data;

namespace Kiln.Host.Data;

/// <summary>One column in memory.</summary>
abstract class TableColumn(Column column)
{
    public Column Column { get; } = column;

    public abstract bool IsMissing(int row);

    /// <summary>Some of the rows.</summary>
    public abstract TableColumn Take(int[] rows);
}

/// <summary>Numbers, integers and booleans (1 and 0), as the file says them; NaN is missing. Models compute in single precision, and see others.</summary>
/// <param name="inexact">See <see cref="Inexact"/>.</param>
sealed class NumberColumn(Column column, double[] values, string? inexact = null) : TableColumn(column)
{
    public double[] Values { get; } = values;

    /// <summary>The first whole number that was too large to be kept exactly, as the file spells it; null where there is none.</summary>
    public string? Inexact { get; } = inexact;

    public override bool IsMissing(int row) => double.IsNaN(Values[row]);

    public override TableColumn Take(int[] rows) => new NumberColumn(Column, [.. rows.Select(row => Values[row])], Inexact);
}

/// <summary>Categories and text; each row holds an index into <see cref="Texts"/>, or -1 for missing.</summary>
sealed class TextColumn(Column column, int[] codes, IReadOnlyList<string> texts) : TableColumn(column)
{
    public int[] Codes { get; } = codes;

    /// <summary>For a category the contract's values in their order, and behind them, where it is open, what else was found; for text whatever was found, in the order found.</summary>
    public IReadOnlyList<string> Texts { get; } = texts;

    public override bool IsMissing(int row) => Codes[row] < 0;

    public override TableColumn Take(int[] rows) => new TextColumn(Column, [.. rows.Select(row => Codes[row])], Texts);

    /// <summary>Whether the value is one that an open category does not list.</summary>
    public bool IsUnseen(int row) => IsUnlisted(Codes[row]);

    /// <summary>Whether the text is one that an open category does not list.</summary>
    public bool IsUnlisted(int code) => Column.Type == ColumnType.Category && code >= Column.Values.Count;

    /// <summary>As a model sees it: what is not listed is unknown, in training as in the predictor.</summary>
    public TextColumn Known() => Column.Open ? new(Column, Array.ConvertAll(Codes, code => code < Column.Values.Count ? code : -1), Column.Values) : this;
}

/// <summary>Date-times; null is missing.</summary>
sealed class DateTimeColumn(Column column, DateTime?[] values) : TableColumn(column)
{
    public DateTime?[] Values { get; } = values;

    public override bool IsMissing(int row) => Values[row] is null;

    public override TableColumn Take(int[] rows) => new DateTimeColumn(Column, [.. rows.Select(row => Values[row])]);
}
