using Kiln.Host.Export.Graphs;
using Kiln.Host.Export.Steps;
using Kiln.Onnx;
using Microsoft.ML;
using Microsoft.ML.Data;

namespace Kiln.Host.Training.Linear;

/// <summary>From the features to the scores of a linear model, as they are: one, or one a class.</summary>
sealed class LinearScoresStep : GraphStep
{
    /// <summary>The column of the scores.</summary>
    public const string Scores = "\u0001Linear";

    readonly string _features;
    readonly float[][] _weights;
    readonly float[] _biases;

    /// <param name="features">The column of all features.</param>
    public LinearScoresStep(MLContext ml, IDataView data, string features, Weights[] weights)
    {
        (_features, _weights) = (features, [.. weights.Select(score => Array.ConvertAll(score.Values, value => (float)value))]);
        _biases = [.. weights.Select(score => (float)score.Bias)];
        var (from, to) = (SchemaDefinition.Create(typeof(Row)), SchemaDefinition.Create(typeof(Scored)));
        (from[nameof(Row.Features)].ColumnName, from[nameof(Row.Features)].ColumnType) = (features, data.Schema[features].Type);
        (to[nameof(Scored.Scores)].ColumnName, to[nameof(Scored.Scores)].ColumnType) = (Scores, new VectorDataViewType(NumberDataViewType.Single, weights.Length));
        Rows = ml.Transforms.CustomMapping<Row, Scored>(Write, null, from, to).Fit(data);
    }

    protected override ITransformer Rows { get; }

    public override Graph ToGraph()
    {
        var (graph, width) = (new Graph(), _weights[0].Length);
        graph.Inputs.Add(new(_features, TensorElementType.Float, width));
        var linear = new GraphNode("LinearRegressor", GraphNode.MachineLearning, "linear.scores", [_features], ["linear.scores"]);
        linear.Attributes["targets"] = (long)_weights.Length;
        linear.Attributes["coefficients"] = _weights.SelectMany(weights => weights).ToArray();
        linear.Attributes["intercepts"] = _biases;
        graph.Nodes.Add(linear);
        graph.Outputs.Add(new("linear.scores", TensorElementType.Float, _weights.Length));
        return graph;
    }

    void Write(Row row, Scored scored)
    {
        var scores = new float[_weights.Length];
        for (var score = 0; score < scores.Length; score++)
        {
            double sum = _biases[score];
            foreach (var (slot, value) in row.Features.Items())
                sum += (double)_weights[score][slot] * value;
            scores[score] = (float)sum;
        }
        scored.Scores = new(scores.Length, scores);
    }

    sealed class Row
    {
        public VBuffer<float> Features { get; set; }
    }

    sealed class Scored
    {
        public VBuffer<float> Scores { get; set; }
    }
}
