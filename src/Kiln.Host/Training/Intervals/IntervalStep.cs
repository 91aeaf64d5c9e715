using Kiln.Host.Export.Graphs;
using Kiln.Host.Export.Steps;
using Kiln.Onnx;
using Microsoft.ML;
using Microsoft.ML.Data;

namespace Kiln.Host.Training.Intervals;

/// <summary>
/// The last step of a model with intervals: from the score, and the row's spread where it has one, to the interval's ends, in the same few
/// operations on 32-bit numbers here and in the exported file.
/// </summary>
sealed class IntervalStep : GraphStep
{
    /// <summary>The column of a row's spread.</summary>
    public const string Spread = "\u0001Spread";

    public const string Low = "Low", High = "High";

    const string Score = "Score";

    readonly IntervalReach _reach;
    readonly float? _leastSpread;

    /// <param name="leastSpread">What counts where the spread is less; null where rows have none.</param>
    public IntervalStep(MLContext ml, IDataView scored, IntervalReach reach, float? leastSpread)
    {
        (_reach, _leastSpread) = (reach, leastSpread);
        var ends = SchemaDefinition.Create(typeof(Ends));
        var from = SchemaDefinition.Create(leastSpread is null ? typeof(Scored) : typeof(SpreadOut));
        if (leastSpread is { } least)
        {
            from[nameof(SpreadOut.Width)].ColumnName = Spread;
            Rows = ml.Transforms.CustomMapping<SpreadOut, Ends>((row, to) => Write(row.Score, Math.Max(row.Width, least), to), null, from, ends).Fit(scored);
        }
        else
            Rows = ml.Transforms.CustomMapping<Scored, Ends>((row, to) => Write(row.Score, 1, to), null, from, ends).Fit(scored);
    }

    protected override ITransformer Rows { get; }

    public override double Slope => 1 + Math.Max(_reach.Below, _reach.Above);

    /// <summary>The outputs in the order of the columns' names.</summary>
    public override Graph ToGraph()
    {
        var graph = new Graph();
        graph.Inputs.Add(new(Score, TensorElementType.Float, 1));
        var (below, above) = (Constant("interval.below", _reach.Below), Constant("interval.above", _reach.Above));
        if (_leastSpread is { } least)
        {
            graph.Inputs.Add(new(Spread, TensorElementType.Float, 1));
            var spread = Node("Max", "interval.spread", Spread, Constant("interval.least", least));
            (below, above) = (Node("Mul", "interval.reachBelow", spread, below), Node("Mul", "interval.reachAbove", spread, above));
        }
        graph.Outputs.Add(new(Node("Add", "interval.high", Score, above), TensorElementType.Float, 1));
        graph.Outputs.Add(new(Node("Sub", "interval.low", Score, below), TensorElementType.Float, 1));
        return graph;

        string Constant(string name, float value)
        {
            graph.Initializers.Add(new(name, TensorElementType.Float, [1], new[] { value }));
            return name;
        }

        string Node(string type, string output, params string[] inputs)
        {
            graph.Nodes.Add(new(type, "", output, inputs, [output]));
            return output;
        }
    }

    void Write(float score, float spread, Ends ends) => (ends.Low, ends.High) = (score - spread * _reach.Below, score + spread * _reach.Above);

    sealed class Scored
    {
        public float Score { get; set; }
    }

    sealed class SpreadOut
    {
        public float Score { get; set; }

        public float Width { get; set; }
    }

    sealed class Ends
    {
        public float Low { get; set; }

        public float High { get; set; }
    }
}
