using Kiln.Contracts.Data;
using Kiln.Contracts.Models;
using Kiln.Host.Baselines;
using Kiln.Host.Data;
using Kiln.Host.Evaluation;
using Kiln.Host.Examples;
using Kiln.Host.Models;

namespace Kiln.Host.Reports.Figures;

/// <summary>
/// What a model says on average if one input has the same value in all rows (Friedman, Greedy function approximation, 2001), for the inputs it
/// relies on most. Measured through the shipped predictor on held-out rows, with how many of them are nearest to each value.
/// </summary>
sealed class PartialDependence(ModelPlan plan, byte[] onnx, ModelRows known)
{
    const int MostColumns = 6;

    const int MostRows = 1_000;

    const int MostClasses = 4;

    readonly ShippedPredictor _predictor = new(plan, onnx);
    readonly ExampleSet _examples = known.Examples;
    readonly int[] _rows = [.. BaselineMeasure.RowsOf(known).Take(MostRows)];

    public IEnumerable<Figure> Measure(IReadOnlyList<KeyValuePair<string, double>> importance) => plan.Shape.Task == TaskKind.Clustering ? []
        : importance.OrderByDescending(feature => double.IsNaN(feature.Value) ? 0 : feature.Value)
            .Select(feature => plan.Contract.Find(feature.Key)!)
            // Values of a classification are listed nowhere, and no grid holds what is free text.
            .Where(column => column.Classification is null && column.Type != ColumnType.Text)
            .Take(MostColumns)
            .Select(Measure)
            .OfType<Figure>();

    /// <summary>Of a date that of its parts which moves the model most. Null where the column has but one value.</summary>
    Figure? Measure(Column column) => Enumerable.Range(0, _examples.Inputs.Count)
        .Where(input => _examples.Inputs[input].Column.Name == column.Name)
        .Select(Measure)
        .OfType<Figure>()
        .MaxBy(figure => Range(figure[1]));

    static double Range(IEnumerable<double> values) => values.Max() - values.Min();

    Figure? Measure(int input)
    {
        var grid = _examples.Numbers[input] is { } numbers ? DependenceGrid.OfNumbers(numbers, _rows, _examples.Inputs[input]) : DependenceGrid.OfCategories(_examples.Texts[input]!, _rows);
        if (grid.Points.Count < 2)
            return null;
        var said = _predictor.Predict(Substituted(input, grid), [.. Enumerable.Range(0, grid.Points.Count * _rows.Length)]).Scores;
        var (outputs, names) = Outputs();
        return new(FigureKind.PartialDependence, _examples.Inputs[input].Name, ["value", .. names, "rows"],
            [.. grid.Points.Select((point, p) => FigureRow.Of(point.Name,
                [point.Value, .. outputs.Select(output => Enumerable.Range(p * _rows.Length, _rows.Length).Average(row => (double)said[row][output])), point.Rows]))]);
    }

    /// <summary>Which of the scores, and what they are: the probability, of several classes those of the most frequent, or the number.</summary>
    (int[] Outputs, IEnumerable<string> Names) Outputs()
    {
        if (plan.Shape.Task == TaskKind.BinaryClassification)
            return ([1], ["mean probability"]);
        if (plan.Shape.Task != TaskKind.MulticlassClassification)
            return ([0], [plan.Shape.Task == TaskKind.Regression ? "mean prediction" : "mean score"]);
        var names = ClassNames.Of(plan.Shape);
        int[] frequent = [.. _rows.CountBy(row => (int)_examples.Label[row]).OrderByDescending(c => c.Value).ThenBy(c => c.Key).Take(MostClasses).Select(c => c.Key)];
        return (frequent, frequent.Select(c => names[c]));
    }

    /// <summary>The rows once for each point of the grid, which stands in place of their own value.</summary>
    ExampleSet Substituted(int input, DependenceGrid grid)
    {
        int[] rows = [.. Enumerable.Repeat(_rows, grid.Points.Count).SelectMany(all => all)];
        return new()
        {
            Inputs = _examples.Inputs,
            Numbers = [.. _examples.Numbers.Select((numbers, i) => numbers is null ? null
                : i == input ? [.. grid.Points.SelectMany(point => Enumerable.Repeat((float)point.Value, _rows.Length))] : Array.ConvertAll(rows, row => numbers[row]))],
            Texts = [.. _examples.Texts.Select((texts, i) => texts is null ? null : new TextColumn(texts.Column,
                i == input ? [.. grid.Points.SelectMany(point => Enumerable.Repeat(point.Code, _rows.Length))] : Array.ConvertAll(rows, row => texts.Codes[row]), texts.Texts))],
            Label = Array.ConvertAll(rows, row => _examples.Label[row]),
            Shape = _examples.Shape,
        };
    }
}
