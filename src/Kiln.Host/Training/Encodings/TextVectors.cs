using Kiln.Host.Export.Graphs;
using Kiln.Host.Export.Steps;
using Kiln.Onnx;
using Kiln.Onnx.Evaluation;
using Kiln.Onnx.Operators;
using Microsoft.ML;
using Microsoft.ML.Data;
using Microsoft.ML.Transforms;

namespace Kiln.Host.Training.Encodings;

/// <summary>
/// A step from a text column to its vector that is one graph, in training and in the exported file: what a model learns from is what it will
/// see. ML.NET's own text steps are not used because their vocabulary is that of the first rows until it is full, and what the converter writes
/// of them takes a single row at a time.
/// </summary>
sealed class TextVectors(ITransformer rows, Graph graph) : GraphStep
{
    protected override ITransformer Rows => rows;

    public override Graph ToGraph() => GraphReader.Read(GraphWriter.Write(graph));

    /// <summary>The step as an estimator, which has learnt already.</summary>
    /// <param name="graph">From the column, by its name, to its vector.</param>
    /// <param name="output">The vector's column.</param>
    public static IEstimator<TextVectors> Estimator(MLContext ml, Graph graph, string output)
    {
        var evaluator = new Evaluator(OnnxModel.Read(GraphWriter.Write(graph)));
        var (source, width) = (graph.Inputs[0].Name, graph.Outputs[0].Width);
        var text = SchemaDefinition.Create(typeof(Text));
        text[nameof(Text.Value)].ColumnName = source;
        var vector = SchemaDefinition.Create(typeof(Vector));
        var values = vector[nameof(Vector.Values)];
        (values.ColumnName, values.ColumnType) = (output, new VectorDataViewType(NumberDataViewType.Single, width));
        return new Learnt(ml.Transforms.CustomMapping<Text, Vector>((from, to) => to.Values = Read(evaluator, from.Value.ToString()), null, text, vector), graph);
    }

    static VBuffer<float> Read(Evaluator evaluator, string text)
    {
        using var scratch = evaluator.Rent();
        scratch.Row.Texts(evaluator.Inputs[0].Slot)[0] = text;
        evaluator.Run(scratch.Row);
        var values = scratch.Row.Numbers(evaluator.Outputs[0]);
        List<int> places = [];
        List<float> found = [];
        foreach (var i in new NonZeros(values))
        {
            places.Add(i);
            found.Add(values[i]);
        }
        return new(values.Length, places.Count, [.. found], [.. places]);
    }

    sealed class Learnt(CustomMappingEstimator<Text, Vector> rows, Graph graph) : IEstimator<TextVectors>
    {
        public TextVectors Fit(IDataView input) => new(rows.Fit(input), graph);

        public SchemaShape GetOutputSchema(SchemaShape inputSchema) => rows.GetOutputSchema(inputSchema);
    }

    sealed class Text
    {
        public ReadOnlyMemory<char> Value { get; set; }
    }

    sealed class Vector
    {
        public VBuffer<float> Values { get; set; }
    }
}
