using Kiln.Host.Export.Graphs;
using Kiln.Host.Export.Steps;
using Kiln.Onnx;
using Microsoft.ML;
using Microsoft.ML.Data;

namespace Kiln.Host.Export.Conversion;

/// <summary>Joins the graphs of single steps by the columns that they read and make.</summary>
sealed class GraphAssembly
{
    readonly Dictionary<string, GraphValue> _columns = new(StringComparer.Ordinal);
    readonly HashSet<string> _values = new(StringComparer.Ordinal);
    readonly HashSet<string> _nodes = new(StringComparer.Ordinal);

    public Graph Graph { get; } = new();

    public void AddInput(DataViewSchema.Column column)
    {
        var type = column.Type switch
        {
            NumberDataViewType { RawType: var number } when number == typeof(float) => TensorElementType.Float,
            TextDataViewType => TensorElementType.String,
            _ => throw new ExportException($"the input column '{column.Name}' is a {column.Type}; only single numbers and strings can be inputs of a model"),
        };
        var input = new GraphValue(Unique(column.Name, _values), type, 1);
        _columns[column.Name] = input;
        Graph.Inputs.Add(input);
    }

    /// <param name="step">A step's graph, with the columns it reads as inputs; it is used up.</param>
    /// <param name="columns">The columns that its outputs are.</param>
    public void AddStep(Graph step, IReadOnlyList<string> columns)
    {
        Dictionary<string, string> names = new(StringComparer.Ordinal) { [""] = "" };
        foreach (var input in step.Inputs)
        {
            if (_columns.TryGetValue(input.Name, out var value))
                names.Add(input.Name, value.Name);
        }
        foreach (var tensor in step.Initializers)
            Graph.Initializers.Add(tensor with { Name = names[tensor.Name] = Unique(tensor.Name, _values) });
        foreach (var node in step.Nodes)
        {
            node.Name = Unique(node.Name, _nodes);
            for (var i = 0; i < node.Outputs.Count; i++)
                node.Outputs[i] = names[node.Outputs[i]] = Unique(node.Outputs[i], _values);
            for (var i = 0; i < node.Inputs.Count; i++)
                node.Inputs[i] = names[node.Inputs[i]];
        }
        Graph.Nodes.AddRange(step.Nodes);
        foreach (var (column, output) in columns.Zip(step.Outputs))
            _columns[column] = output with { Name = names[output.Name] };
    }

    public void AddOutput(string column) => Graph.Outputs.Add(_columns[column]);

    static string Unique(string name, HashSet<string> taken)
    {
        var unique = name;
        for (var i = 0; !taken.Add(unique); i++)
            unique = name + i;
        return unique;
    }
}
