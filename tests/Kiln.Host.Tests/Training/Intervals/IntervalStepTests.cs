using Kiln.Host.Export;
using Kiln.Host.Training.Intervals;
using Kiln.Onnx;
using Kiln.Onnx.Evaluation;
using Microsoft.ML;
using Microsoft.ML.Data;

namespace Kiln.Host.Tests.Training.Intervals;

/// <summary>The step from a score to its interval, in ML.NET and in the file.</summary>
public class IntervalStepTests
{
    sealed class Row
    {
        public float Score { get; set; }

        public float Width { get; set; }
    }

    static readonly Row[] Rows =
    [
        new() { Score = 10, Width = 2 }, new() { Score = -3, Width = 0.01f }, new() { Score = 1e30f, Width = 1e-30f }, new() { Score = 0, Width = -7 },
    ];

    static IDataView View(MLContext ml)
    {
        var schema = SchemaDefinition.Create(typeof(Row));
        schema[nameof(Row.Width)].ColumnName = IntervalStep.Spread;
        return ml.Data.LoadFromEnumerable(Rows, schema);
    }

    /// <summary>A spread counts as 0.5 at least.</summary>
    [Theory]
    [InlineData(0.5f, new[] { 6f, -4, 1e30f, -1 }, new[] { 16f, -1.5f, 1e30f, 1.5f })]
    [InlineData(null, new[] { 8f, -5, 1e30f, -2 }, new[] { 13f, 0, 1e30f, 3 })]
    public void Its_ends_are_so_many_spreads_from_the_score(float? least, float[] low, float[] high)
    {
        var ml = new MLContext(1);
        var view = View(ml);
        var step = new IntervalStep(ml, view, new(2, 3), least);

        var ends = step.Transform(view);
        Assert.Equal(low, ends.GetColumn<float>("Low"));
        Assert.Equal(high, ends.GetColumn<float>("High"));

        string[] inputs = least is null ? ["Score"] : ["Score", IntervalStep.Spread];
        var file = OnnxExporter.Export(step, view, inputs, ["Low", "High"]);
        var evaluator = new Evaluator(OnnxModel.Read(file));
        Assert.All(Rows.Index(), row =>
        {
            using var scratch = evaluator.Rent();
            scratch.Row.Numbers(evaluator.Inputs[0].Slot)[0] = row.Item.Score;
            if (least is not null)
                scratch.Row.Numbers(evaluator.Inputs[1].Slot)[0] = row.Item.Width;
            evaluator.Run(scratch.Row);
            Assert.Equal((low[row.Index], high[row.Index]), (scratch.Row.Numbers(evaluator.Outputs[0])[0], scratch.Row.Numbers(evaluator.Outputs[1])[0]));
        });
        Assert.True(ParityCheck.Run(step, view, ["Low", "High"], file) > 4);
    }
}
