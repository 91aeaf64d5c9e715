using Kiln.Contracts.Models;
using Kiln.Host.Data;

namespace Kiln.Host.Examples;

/// <summary>
/// A table seen as a model sees it: its inputs and its label, in the single precision that models compute in.
/// </summary>
sealed class ExampleSet
{
    /// <summary>The model's inputs, in order.</summary>
    public required IReadOnlyList<ModelInput> Inputs { get; init; }

    /// <summary>For each input that is a number, its value in every row of the table; null for texts.</summary>
    public required IReadOnlyList<float[]?> Numbers { get; init; }

    /// <summary>For each input that is a text, its column; null for numbers.</summary>
    public required IReadOnlyList<TextColumn?> Texts { get; init; }

    /// <summary>In every row of the table: the class's index in the order of the scores (of two, 1 is the positive one), or the number; NaN where it is missing.</summary>
    public required float[] Label { get; init; }

    /// <summary>In every row of the table how much it counts; null where all count alike.</summary>
    public float[]? Weights { get; init; }

    /// <summary>In every row of the table a hash of the query that it is of; null where nothing is ranked.</summary>
    public ulong[]? Queries { get; init; }

    public required ModelShape Shape { get; init; }

    /// <summary>The queries of some rows; null where nothing is ranked.</summary>
    public ulong[]? QueriesOf(IReadOnlyList<int> rows) => Queries is null ? null : [.. rows.Select(row => Queries[row])];

    /// <summary>How much some rows count; null where all count alike.</summary>
    public float[]? WeightsOf(IReadOnlyList<int> rows) => Weights is null ? null : [.. rows.Select(row => Weights[row])];

    public float WeightOf(int row) => Weights?[row] ?? 1;

    /// <summary>Some rows, with the values of one column taken from others. The parts of a date move together.</summary>
    /// <param name="column">The column's name.</param>
    /// <param name="rows">The rows, which may come more than once.</param>
    /// <param name="donor">For each place among them the row whose value it gets.</param>
    public ExampleSet Exchange(string column, int[] rows, Func<int, int> donor)
    {
        int[] donors = [.. Enumerable.Range(0, rows.Length).Select(donor)];
        return new()
        {
            Inputs = Inputs,
            Numbers = [.. Inputs.Select((input, i) => Numbers[i] is { } numbers ? Array.ConvertAll(RowsOf(input), row => numbers[row]) : null)],
            Texts = [.. Inputs.Select((input, i) => Texts[i] is { } texts ? new TextColumn(texts.Column, Array.ConvertAll(RowsOf(input), row => texts.Codes[row]), texts.Texts) : null)],
            Label = Array.ConvertAll(rows, row => Label[row]),
            Weights = WeightsOf(rows),
            Queries = QueriesOf(rows),
            Shape = Shape,
        };

        int[] RowsOf(ModelInput input) => input.Column.Name == column ? donors : rows;
    }

    public static ExampleSet From(Table table, ModelShape shape) => From(table, shape, [.. shape.Inputs]);

    /// <param name="inputs">Those of a model that was trained on other columns.</param>
    public static ExampleSet From(Table table, ModelShape shape, IReadOnlyList<ModelInput> inputs) => new()
    {
        Inputs = inputs,
        Numbers = [.. inputs.Select(input => Numeric(table[input.Column.Name], input.Part))],
        Texts = [.. inputs.Select(input => input.IsText ? ((TextColumn)table[input.Column.Name]).Known() : null)],
        Label = shape.LabelColumn is { } label ? LabelValues.Encode(table[label.Name], shape) : [.. Enumerable.Repeat(float.NaN, table.Rows)],
        Weights = shape.Weight is { } weight ? Single((NumberColumn)table[weight.Name]) : null,
        Queries = shape.Query is { } query ? ColumnHash.Compute(table[query.Name], table.Keys) : null,
        Shape = shape,
    };

    static float[]? Numeric(TableColumn column, DatePart? part) => column switch
    {
        NumberColumn numbers => Single(numbers),
        DateTimeColumn dates => [.. dates.Values.Select(date => date is { } value ? DateParts.Compute(value, part!.Value) : float.NaN)],
        _ => null,
    };

    /// <summary>Made for each model: a table that held both would hold each number one and a half times as long as it lives.</summary>
    public static float[] Single(NumberColumn column) => Array.ConvertAll(column.Values, value => (float)value);
}
