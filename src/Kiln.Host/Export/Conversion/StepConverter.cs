using Kiln.Host.Export.Graphs;
using Kiln.Host.Export.Steps;
using Microsoft.ML;

namespace Kiln.Host.Export.Conversion;

/// <summary>
/// Converts one step by ML.NET's own converter. Of a whole pipeline it says neither which step cannot be converted nor which step a node
/// is from, and one step's scratch names take the columns of another.
/// </summary>
sealed class StepConverter
{
    readonly ModelOperationsCatalog _catalog = new MLContext().Model;

    /// <param name="step">The step.</param>
    /// <param name="columns">Which of the columns it makes are needed.</param>
    /// <returns>The graph from the step's source columns to the needed ones in their order.</returns>
    public Graph Convert(PipelineStep step, IReadOnlyList<string> columns)
    {
        if (step.Transformer is GraphStep written)
            return written.ToGraph();
        var source = new ColumnsView(SourceSchema(step));
        using var file = new MemoryStream();
        try
        {
            _catalog.ConvertToOnnx(step.Transformer, source, file, [.. columns]);
            var graph = GraphReader.Read(file.ToArray());
            return TryBindOutputs(graph, step.Transformer.GetOutputSchema(source.Schema), columns) ? graph : throw Refused(step, columns);
        }
        catch (Exception e) when (e is not ExportException)
        {
            // Its message says nothing: the converter leaves out what cannot be converted, and misses it later.
            throw Refused(step, columns, e);
        }
    }

    static ExportException Refused(PipelineStep step, IReadOnlyList<string> columns, Exception? inner = null) =>
        step.Refused($", which produces {string.Join(" and ", columns.Select(column => $"'{column}'"))}, cannot be written as ONNX", inner);

    /// <summary>All the step reads, for columns nobody needs too: without them it cannot be applied.</summary>
    static DataViewSchema SourceSchema(PipelineStep step)
    {
        var builder = new DataViewSchema.Builder();
        foreach (var name in step.Sources(step.Columns).Distinct())
        {
            var column = step.Source.Schema[name];
            builder.AddColumn(name, column.Type, column.Annotations);
        }
        return builder.ToSchema();
    }

    /// <summary>
    /// The converter gives a copy of each column, in the schema's order, and beside it the names of its slots. A column that nothing in
    /// the graph makes is one that the step should have replaced.
    /// </summary>
    static bool TryBindOutputs(Graph graph, DataViewSchema schema, IReadOnlyList<string> columns)
    {
        var copies = graph.Outputs.Where(output => graph.Maker(output.Name)!.Is("Identity"));
        var made = schema.Where(column => !column.IsHidden && columns.Contains(column.Name))
            .Zip(copies, (column, copy) => (column.Name, Value: copy with { Name = graph.Maker(copy.Name)!.Inputs[0] }))
            .ToDictionary(pair => pair.Name, pair => pair.Value, StringComparer.Ordinal);
        graph.Outputs.Clear();
        graph.Outputs.AddRange(columns.Where(made.ContainsKey).Select(column => made[column]));
        return graph.Outputs.Count == columns.Count && graph.Outputs.TrueForAll(output => graph.Maker(output.Name) is not null);
    }
}
