using Kiln.Host.Export.Graphs;
using Microsoft.ML.Data;
using Microsoft.ML.Model.OnnxConverter;

namespace Kiln.Host.Export;

/// <summary>Where ML.NET writes its steps to: keeps which variable holds which column, and collects the graph.</summary>
/// <remarks>
/// Writers ask for a variable by a column's name even where they only need scratch space. Such a name must not take a user's column of
/// the same name away, so only the columns that the running step really makes outlive it.
/// </remarks>
sealed partial class ExportContext(Graph graph) : OnnxContext
{
    const int OperatorSetVersion = 12;

    readonly Dictionary<string, string> _columns = new(StringComparer.Ordinal);
    readonly HashSet<string> _variables = new(StringComparer.Ordinal);
    readonly HashSet<string> _nodes = new(StringComparer.Ordinal);
    readonly Dictionary<string, List<long>> _shapes = new(StringComparer.Ordinal);

    Dictionary<string, string> _before = [];
    IReadOnlySet<string> _made = new HashSet<string>();
    readonly HashSet<string> _mapped = new(StringComparer.Ordinal);
    bool _readsOwnColumns;

    public void AddInput(string column, DataViewType type)
    {
        if (ElementTypes.Width(type) != 1)
            throw new ExportException($"the input column '{column}' is a vector; only single numbers and texts can be inputs of a model");
        var variable = Unique(column, _variables);
        _columns[column] = variable;
        _shapes[variable] = Shape(type);
        graph.Inputs.Add(new(variable, ElementTypes.Of(type), 1));
    }

    /// <param name="columnsMade">The columns the step adds or replaces.</param>
    /// <param name="isScorer">Scorers look their own scores up again; every other step means a column as it was before.</param>
    public void BeginStep(IReadOnlySet<string> columnsMade, bool isScorer)
    {
        _before = new(_columns, StringComparer.Ordinal);
        _made = columnsMade;
        _readsOwnColumns = isScorer;
        _mapped.Clear();
    }

    public void EndStep()
    {
        foreach (var column in _columns.Keys.Where(column => !_made.Contains(column)).ToList())
        {
            if (_before.TryGetValue(column, out var variable))
                _columns[column] = variable;
            else
                _columns.Remove(column);
        }
        _before = [];
    }

    /// <summary>Whether the step that just ran has written the column.</summary>
    public bool Wrote(string column) =>
        _mapped.Contains(column) && _columns.TryGetValue(column, out var variable) && graph.Maker(variable) is not null;

    public override string GetVariableName(string colName) =>
        !_readsOwnColumns && _before.TryGetValue(colName, out var variable) ? variable : _columns[colName];

    public override bool ContainsColumn(string colName) => _columns.ContainsKey(colName);

    public override bool IsVariableDefined(string variableName) => _variables.Contains(variableName);

    public override string AddIntermediateVariable(DataViewType? type, string colName, bool skip = false)
    {
        var variable = Unique(colName, _variables);
        if (type is not null)
            _shapes[variable] = Shape(type);
        if (_made.Contains(colName) ? _mapped.Add(colName) : !_before.ContainsKey(colName))
            _columns[colName] = variable;
        return variable;
    }

    public override void RemoveColumn(string colName, bool removeVariable = false) => _columns.Remove(colName);

    public override void RemoveVariable(string variableName, bool removeColumn)
    {
        foreach (var (column, variable) in _columns)
        {
            if (variable == variableName)
                _columns.Remove(column);
        }
    }

    public override void RemoveInputVariable(string variableName) => RemoveVariable(variableName, removeColumn: true);

    public override List<long>? RetrieveShapeOrNull(string variableName) => _shapes.GetValueOrDefault(variableName);

    public override string GetNodeName(string prefix) => Unique(prefix, _nodes);

    public override void CheckOpSetVersion(int thisTransformerMinumumOpSetVersion, string registerTransformerName)
    {
        if (thisTransformerMinumumOpSetVersion > OperatorSetVersion)
        {
            throw new ExportException(
                $"{registerTransformerName} needs ONNX opset {thisTransformerMinumumOpSetVersion}; Kiln writes {OperatorSetVersion}");
        }
    }

    public override OnnxVersion GetOnnxVersion() => OnnxVersion.Stable;

    public override OnnxNode CreateNode(
        string opType, IEnumerable<string> inputs, IEnumerable<string> outputs, string name, string? domain = null)
    {
        var node = new GraphNode(opType, domain ?? GraphNode.MachineLearning, name, inputs, outputs);
        graph.Nodes.Add(node);
        return new ExportNode(node);
    }

    static List<long> Shape(DataViewType type) =>
        type is VectorDataViewType { IsKnownSize: true } vector ? [-1, .. vector.Dimensions.Select(dim => (long)dim)] : [-1, 1];

    static string Unique(string name, HashSet<string> taken)
    {
        var unique = name;
        for (var i = 0; !taken.Add(unique); i++)
            unique = name + i;
        return unique;
    }
}
