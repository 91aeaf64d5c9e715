using Kiln.Host.Export.Conversion;
using Kiln.Host.Export.Explanations;
using Kiln.Host.Export.Graphs;
using Kiln.Host.Export.Repairs;
using Kiln.Host.Export.Steps;
using Microsoft.ML;
using OperatorSet = Kiln.Onnx.Evaluation.OperatorSet;

namespace Kiln.Host.Export;

/// <summary>
/// Writes a fitted ML.NET model as an ONNX file: ML.NET's own converter writes its steps, what it is known to get wrong is repaired, and
/// what the outputs do not need is left out. Nothing may be published before <see cref="ParityCheck"/> has run it.
/// </summary>
static class OnnxExporter
{
    /// <param name="model">The fitted pipeline.</param>
    /// <param name="input">
    /// The data the pipeline was fitted on. Its schema is what the file is made for, and its rows say how many come where in trees that do not know
    /// it, and what inputs add to linear scores on average.
    /// </param>
    /// <param name="inputs">The columns that become inputs of the graph, under their own names.</param>
    /// <param name="outputs">The columns of the pipeline that become outputs of the graph, in this order.</param>
    /// <exception cref="ExportException">A step that the outputs need cannot be written.</exception>
    public static byte[] Export(ITransformer model, IDataView input, IReadOnlyList<string> inputs, IReadOnlyList<string> outputs)
    {
        var steps = PipelineStep.List(model, input);
        var plan = Plan(steps, inputs, outputs);

        var assembly = new GraphAssembly();
        foreach (var column in inputs)
            assembly.AddInput(input.Schema[column]);
        var converter = new StepConverter();
        Dictionary<GraphNode, PipelineStep> makers = [];
        foreach (var (step, columns) in plan)
        {
            var written = converter.Convert(step, columns);
            TreeEnsembleRepair.Apply(step, written.Nodes);
            InPlaceRepair.Apply(written, columns);
            Pruning.Apply(written);
            foreach (var node in written.Nodes)
                makers.Add(node, step);
            assembly.AddStep(written, columns);
        }
        foreach (var column in outputs)
            assembly.AddOutput(column);

        var graph = assembly.Graph;
        GraphRepair.Apply(graph);
        foreach (var node in graph.Nodes)
        {
            if (!OperatorSet.Knows(node.Domain, node.OperatorType) && makers.TryGetValue(node, out var step))
                throw step.Refused($" needs the ONNX operator {node.OperatorType}, which Kiln's predictor does not know");
        }
        GraphNames.Apply(graph, outputs);
        TrainingShares.Apply(graph, input);
        return GraphWriter.Write(graph);
    }

    /// <summary>From the outputs backwards: which steps are needed, for which columns. A label's own steps drop out here.</summary>
    static List<(PipelineStep Step, List<string> Columns)> Plan(
        List<PipelineStep> steps, IReadOnlyList<string> inputs, IReadOnlyList<string> outputs)
    {
        List<(PipelineStep, List<string>)> plan = [];
        var needed = outputs.ToDictionary(column => column, _ => "the model's outputs", StringComparer.Ordinal);
        foreach (var step in Enumerable.Reverse(steps))
        {
            var columns = step.Columns.Where(needed.ContainsKey).Order(StringComparer.Ordinal).ToList();
            if (columns.Count == 0)
                continue;
            plan.Insert(0, (step, columns));
            foreach (var column in columns)
                needed.Remove(column);
            foreach (var source in step.Sources(columns))
                needed.TryAdd(source, step.Name);
        }
        foreach (var (column, reader) in needed)
        {
            if (!inputs.Contains(column))
                throw new ExportException($"the column '{column}', which {reader} needs, is not an input of the model and nothing in the pipeline creates it; "
                    + "leave it out: at prediction time only the inputs exist, not the label");
        }
        return plan;
    }
}
