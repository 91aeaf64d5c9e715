using Kiln.Contracts.Data;
using Kiln.Contracts.Models;
using Kiln.Contracts.Releases;
using Kiln.Host.Evaluation;
using Kiln.Host.Examples;
using Kiln.Host.Models;
using Kiln.Onnx;

namespace Kiln.Host.Comparisons;

/// <summary>The model of the last release, asked of today's rows by its own file.</summary>
static class Champion
{
    /// <returns>Null where today's data lack what it asks for.</returns>
    /// <param name="plan">The model of this build.</param>
    /// <param name="release">What is asked.</param>
    /// <param name="onnx">Its file.</param>
    /// <param name="today">The rows.</param>
    /// <param name="rows">Which of them.</param>
    /// <param name="why">What they lack.</param>
    public static Predictions? Predict(ModelPlan plan, Release release, byte[] onnx, ModelRows today, int[] rows, out string why)
    {
        // Today's inputs first: a column may be named as a part of another's date is.
        var known = plan.Shape.Inputs.Concat(today.Table.Columns.SelectMany(column => Inputs(column.Column))).DistinctBy(input => input.Name).ToDictionary(input => input.Name);
        var inputs = new List<ModelInput>();
        foreach (var asked in OnnxModel.Read(onnx).FreeInputs)
        {
            why = $"its input '{asked.Name}' is not in the data";
            if (!known.TryGetValue(asked.Name, out var input))
                return null;
            why = $"its input '{asked.Name}' has another type now";
            if (input.IsText != (asked.Type == TensorElementType.String))
                return null;
            inputs.Add(input);
        }
        why = "";
        var examples = inputs.Select(input => input.Name).SequenceEqual(today.Examples.Inputs.Select(input => input.Name))
            ? today.Examples
            : ExampleSet.From(today.Table, plan.Shape, inputs);
        var predictor = new ShippedPredictor(plan, onnx, inputs, ReleaseComparison.ScoreCount(release.Content));
        return predictor.Predict(examples, rows) with { Threshold = release.Content.Threshold };
    }

    /// <summary>All that a model could have been given of a column, which may be none of today's features.</summary>
    static IEnumerable<ModelInput> Inputs(Column column) => column.Type == ColumnType.DateTime
        ? Enum.GetValues<DatePart>().Select(part => new ModelInput($"{column.Name}.{part}", column, part))
        : [new(column.Name, column, null)];
}
