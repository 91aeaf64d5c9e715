using Kiln.Host.Export.Graphs;
using Kiln.Host.Export.Steps;
using Kiln.Onnx;
using Microsoft.ML;
using Microsoft.ML.Data;

namespace Kiln.Host.Training.Clusters;

/// <summary>
/// From the features to the squared distances from the clusters' centres: here coordinate by coordinate, in the exported file as the square of the row less a linear
/// score for each cluster, 2xc − c², which the predictor folds and explains as those of a linear model.
/// </summary>
sealed class DistanceStep : GraphStep
{
    const string Score = "Score";

    readonly string _features;
    readonly float[][] _centres;

    /// <param name="features">The column of all features.</param>
    public DistanceStep(MLContext ml, IDataView data, string features, Centre[] centres)
    {
        (_features, _centres) = (features, [.. centres.Select(centre => Array.ConvertAll(centre.Coordinates, value => (float)value))]);
        var (from, to) = (SchemaDefinition.Create(typeof(Row)), SchemaDefinition.Create(typeof(Scored)));
        (from[nameof(Row.Features)].ColumnName, from[nameof(Row.Features)].ColumnType) = (features, data.Schema[features].Type);
        to[nameof(Scored.Score)].ColumnType = new VectorDataViewType(NumberDataViewType.Single, centres.Length);
        Rows = ml.Transforms.CustomMapping<Row, Scored>(Write, null, from, to).Fit(data);
    }

    protected override ITransformer Rows { get; }

    public override bool GivesDistances => true;

    public override Graph ToGraph()
    {
        var (graph, width) = (new Graph(), _centres[0].Length);
        graph.Inputs.Add(new(_features, TensorElementType.Float, width));
        graph.Initializers.Add(new("clusters.zero", TensorElementType.Float, [], new[] { 0f }));
        var linear = new GraphNode("LinearRegressor", GraphNode.MachineLearning, "clusters.linear", [_features], ["clusters.linear"]);
        linear.Attributes["targets"] = (long)_centres.Length;
        linear.Attributes["coefficients"] = _centres.SelectMany(centre => centre.Select(value => 2 * value)).ToArray();
        linear.Attributes["intercepts"] = Array.ConvertAll(_centres, centre => (float)-centre.Sum(value => (double)value * value));
        var sum = new GraphNode("ReduceSumSquare", "", "clusters.square", [_features], ["clusters.square"]);
        (sum.Attributes["axes"], sum.Attributes["keepdims"]) = (new[] { 1L }, 1L);
        graph.Nodes.AddRange(
        [
            linear,
            sum,
            new("Sub", "", "clusters.difference", ["clusters.square", "clusters.linear"], ["clusters.difference"]),
            // Rounding alone makes a difference of squares negative.
            new("Clip", "", "clusters.distances", ["clusters.difference", "clusters.zero"], ["clusters.distances"]),
        ]);
        graph.Outputs.Add(new("clusters.distances", TensorElementType.Float, _centres.Length));
        return graph;
    }

    void Write(Row row, Scored scored)
    {
        float[] features = [.. row.Features.DenseValues()];
        scored.Score = new(_centres.Length, Array.ConvertAll(_centres, centre =>
        {
            var sum = 0.0;
            for (var i = 0; i < features.Length; i++)
                sum += ((double)features[i] - centre[i]) * ((double)features[i] - centre[i]);
            return (float)sum;
        }));
    }

    sealed class Row
    {
        public VBuffer<float> Features { get; set; }
    }

    sealed class Scored
    {
        public VBuffer<float> Score { get; set; }
    }
}
