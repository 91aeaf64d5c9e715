using Kiln.Host.Export.Graphs;
using Kiln.Host.Export.Steps;
using Kiln.Onnx;
using Microsoft.ML;
using Microsoft.ML.Data;

namespace Kiln.Host.Training.Isolation;

/// <summary>
/// From the features to the score of an isolation forest: here by walking its trees, in the exported file by ONNX's operator for trees. Their sum is the
/// score's logarithm.
/// </summary>
sealed class IsolationStep : GraphStep
{
    readonly IsolationForest _forest;
    readonly string _features;
    readonly int _width;

    /// <param name="features">The column of all features.</param>
    public IsolationStep(MLContext ml, IDataView data, IsolationForest forest, string features)
    {
        var type = (VectorDataViewType)data.Schema[features].Type;
        (_forest, _features, _width) = (forest, features, type.Size);
        var from = SchemaDefinition.Create(typeof(Row));
        (from[nameof(Row.Features)].ColumnName, from[nameof(Row.Features)].ColumnType) = (features, type);
        Rows = ml.Transforms.CustomMapping<Row, Scored>((row, to) => to.Score = forest.Score([.. row.Features.DenseValues()]), null, from).Fit(data);
    }

    protected override ITransformer Rows { get; }

    public override Graph ToGraph()
    {
        var graph = new Graph();
        graph.Inputs.Add(new(_features, TensorElementType.Float, _width));
        var trees = new GraphNode("TreeEnsembleRegressor", GraphNode.MachineLearning, "isolation.trees", [_features], ["isolation.logarithm"]);
        IsolationTrees.WriteTo(trees, _forest);
        graph.Nodes.Add(trees);
        graph.Nodes.Add(new("Exp", "", "isolation.score", ["isolation.logarithm"], ["isolation.score"]));
        graph.Outputs.Add(new("isolation.score", TensorElementType.Float, 1));
        return graph;
    }

    sealed class Row
    {
        public VBuffer<float> Features { get; set; }
    }

    sealed class Scored
    {
        public float Score { get; set; }
    }
}
