using Kiln.Host.Export.Graphs;
using Kiln.Host.Export.Repairs;
using Microsoft.ML;
using Microsoft.ML.Data;
using Microsoft.ML.Model.OnnxConverter;
using OperatorSet = Kiln.Onnx.Evaluation.OperatorSet;

namespace Kiln.Host.Export;

/// <summary>
/// Writes a fitted ML.NET model as an ONNX file: ML.NET's own writers fill the graph, what they are known to get wrong is repaired, and
/// what the outputs do not need is left out. Nothing may be published before <see cref="ParityCheck"/> has run it.
/// </summary>
static class OnnxExporter
{
    /// <param name="model">The fitted pipeline.</param>
    /// <param name="input">Data as the pipeline was fitted on; only its schema is used.</param>
    /// <param name="inputs">The columns that become inputs of the graph, under their own names.</param>
    /// <param name="outputs">The columns of the pipeline that become outputs of the graph, in this order.</param>
    /// <exception cref="ExportException">A step that the outputs need cannot be written.</exception>
    public static byte[] Export(ITransformer model, IDataView input, IReadOnlyList<string> inputs, IReadOnlyList<string> outputs)
    {
        var steps = PipelineStep.Of(model, input);
        var plan = Plan(steps, inputs, outputs);

        var graph = new Graph();
        var context = new ExportContext(graph);
        foreach (var column in inputs)
            context.AddInput(column, input.Schema[column].Type);
        Dictionary<GraphNode, PipelineStep> makers = [];
        foreach (var (step, columns) in plan)
        {
            var nodes = graph.Nodes.Count;
            Write(step, columns, context);
            foreach (var node in graph.Nodes[nodes..])
                makers.Add(node, step);
            TreeEnsembleRepair.Apply(step, graph.Nodes[nodes..]);
        }

        var schema = steps.Count > 0 ? steps[^1].View.Schema : input.Schema;
        foreach (var column in outputs)
        {
            var type = schema[column].Type;
            graph.Outputs.Add(new(context.GetVariableName(column), ElementTypes.Of(type), ElementTypes.Width(type)));
        }

        GraphRepair.Apply(graph);
        foreach (var node in graph.Nodes)
        {
            if (!OperatorSet.Knows(node.Domain, node.OperatorType) && makers.TryGetValue(node, out var step))
                throw Refused(step, $" needs the ONNX operator {node.OperatorType}, which Kiln's predictor does not know");
        }
        GraphNames.Apply(graph, outputs);
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
                needed.TryAdd(source, "the step " + step.Name);
        }
        foreach (var (column, reader) in needed)
        {
            if (!inputs.Contains(column))
                throw new ExportException($"the column '{column}', which {reader} needs, is no input of the model and no step makes it; "
                    + "leave it out: where the model predicts there are its inputs only, and no label");
        }
        return plan;
    }

    static void Write(PipelineStep step, List<string> columns, ExportContext context)
    {
        context.BeginStep(step.Columns, isScorer: step.Model is not null);
        if (step.View is not ISaveAsOnnx writer || !writer.CanSaveOnnx(context))
            throw Refused(step, columns);
        try
        {
            writer.SaveAsOnnx(context);
        }
        catch (Exception e) when (e is not ExportException)
        {
            throw new ExportException($"the step {step.Name} cannot be written as ONNX: {e.Message.TrimEnd('.')}; {Advice.For(step)}", e);
        }
        if (!columns.TrueForAll(context.Wrote))
            throw Refused(step, columns);
        context.EndStep();
    }

    static ExportException Refused(PipelineStep step, List<string> columns) =>
        Refused(step, $", which makes {string.Join(" and ", columns.Select(column => $"'{column}'"))}, cannot be written as ONNX");

    static ExportException Refused(PipelineStep step, string why) => new($"the step {step.Name}{why}; {Advice.For(step)}");
}
