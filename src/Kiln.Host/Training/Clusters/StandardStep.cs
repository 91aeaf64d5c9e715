using Kiln.Host.Export.Graphs;
using Kiln.Host.Export.Steps;
using Kiln.Onnx;
using Microsoft.ML;
using Microsoft.ML.Data;

namespace Kiln.Host.Training.Clusters;

/// <summary>From numbers as they are to numbers in their scales, in the same few operations on 32-bit numbers here and in the exported file.</summary>
sealed class StandardStep : GraphStep
{
    readonly string _numbers;
    readonly NumberScale[] _scales;

    /// <param name="numbers">The column of all numbers.</param>
    /// <param name="standard">What the column of the scaled ones is called.</param>
    public StandardStep(MLContext ml, IDataView data, string numbers, NumberScale[] scales, string standard)
    {
        (_numbers, _scales) = (numbers, scales);
        var type = data.Schema[numbers].Type;
        var (from, to) = (SchemaDefinition.Create(typeof(Row)), SchemaDefinition.Create(typeof(Scaled)));
        (from[nameof(Row.Numbers)].ColumnName, from[nameof(Row.Numbers)].ColumnType) = (numbers, type);
        (to[nameof(Scaled.Values)].ColumnName, to[nameof(Scaled.Values)].ColumnType) = (standard, type);
        Rows = ml.Transforms.CustomMapping<Row, Scaled>(
            (row, scaled) => scaled.Values = new(scales.Length, [.. row.Numbers.DenseValues().Select((value, i) => scales[i].Apply(value))]), null, from, to).Fit(data);
    }

    protected override ITransformer Rows { get; }

    public override Graph ToGraph()
    {
        var graph = new Graph();
        graph.Inputs.Add(new(_numbers, TensorElementType.Float, _scales.Length));
        graph.Initializers.Add(new("standard.least", TensorElementType.Float, [], new[] { -NumberScale.Limit }));
        graph.Initializers.Add(new("standard.largest", TensorElementType.Float, [], new[] { NumberScale.Limit }));
        var scaler = new GraphNode("Scaler", GraphNode.MachineLearning, "standard.scaled", [_numbers], ["standard.scaled"]);
        scaler.Attributes["offset"] = Array.ConvertAll(_scales, scale => scale.Offset);
        scaler.Attributes["scale"] = Array.ConvertAll(_scales, scale => scale.Scale);
        // After the scaler: an infinite number times 0 is missing, too.
        var imputer = new GraphNode("Imputer", GraphNode.MachineLearning, "standard.known", ["standard.scaled"], ["standard.known"]);
        imputer.Attributes["imputed_value_floats"] = new[] { 0f };
        imputer.Attributes["replaced_value_float"] = float.NaN;
        graph.Nodes.AddRange([scaler, imputer, new("Clip", "", "standard.numbers", ["standard.known", "standard.least", "standard.largest"], ["standard.numbers"])]);
        graph.Outputs.Add(new("standard.numbers", TensorElementType.Float, _scales.Length));
        return graph;
    }

    sealed class Row
    {
        public VBuffer<float> Numbers { get; set; }
    }

    sealed class Scaled
    {
        public VBuffer<float> Values { get; set; }
    }
}
