using Kiln.Contracts.Data;
using Kiln.Contracts.Models;
using Kiln.Host.Data;
using Kiln.Host.Data.Loading;

namespace Kiln.Host.Examples;

/// <summary>A label's column as a model learns it.</summary>
static class LabelValues
{
    /// <summary>
    /// In every row: the class's index in the order of the scores, so that 1 is the positive one of two, or in the contract's where clusters are measured by it, or the
    /// number; NaN where it is missing.
    /// </summary>
    public static float[] Encode(TableColumn column, ModelShape shape)
    {
        var classes = shape.Task == TaskKind.Clustering ? [.. shape.Label.LabelValues()] : shape.Classes.ToList();
        var indexes = shape.Label.LabelValues().Select(value => (float)classes.IndexOf(value)).ToArray();
        return (column, shape.Task) switch
        {
            (NumberColumn numbers, TaskKind.Regression or TaskKind.Ranking) => ExampleSet.Single(numbers),
            (NumberColumn numbers, _) when shape.Label.Type == ColumnType.Boolean =>
                [.. numbers.Values.Select(value => double.IsNaN(value) ? float.NaN : indexes[(int)value])],
            (NumberColumn numbers, _) => EncodeNumbers(numbers, classes),
            (TextColumn texts, _) => [.. texts.Codes.Select(code => code < 0 ? float.NaN : indexes[code])],
            _ => throw new InvalidOperationException($"{Words.Format(column.Column.Type)} cannot be a label"),
        };
    }

    /// <summary>The values are classes: what is none was refused when the data was read.</summary>
    static float[] EncodeNumbers(NumberColumn numbers, List<string> classes)
    {
        var indexes = classes.Select((value, index) => (Number: ClassNumbers.Parse(value), Index: (float)index)).ToDictionary(pair => pair.Number, pair => pair.Index);
        return [.. numbers.Values.Select(value => double.IsNaN(value) ? float.NaN : indexes[value])];
    }
}
