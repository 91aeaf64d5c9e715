using Kiln.TrainerHost.Export.Graphs;
using Microsoft.ML.Data;
using Microsoft.ML.Model.OnnxConverter;

namespace Kiln.TrainerHost.Export;

/// <summary>Where ML.NET writes its steps to: keeps which variable holds which column, and collects the graph.</summary>
/// <remarks>
/// Writers ask for a variable by a column's name even where they only need scratch space. Such a name must not take a user's column of
/// the same name away, so only the columns that the running step really makes outlive it.
/// </remarks>
sealed partial class ExportContext(Graph graph) : OnnxContext
{
    const int OperatorSetVersion = 12;

    readonly Dictionary<string, string> columns = new(StringComparer.Ordinal);
    readonly HashSet<string> variables = new(StringComparer.Ordinal);
    readonly HashSet<string> nodes = new(StringComparer.Ordinal);
    readonly Dictionary<string, List<long>> shapes = new(StringComparer.Ordinal);

    Dictionary<string, string> before = [];
    IReadOnlySet<string> made = new HashSet<string>();
    readonly HashSet<string> mapped = new(StringComparer.Ordinal);
    bool readsOwnColumns;

    public void AddInput(string column, DataViewType type)
    {
        if (ElementTypes.Width(type) != 1)
            throw new ExportException($"The input column '{column}' is a vector; only single numbers and texts can be inputs of a model.");
        var variable = Unique(column, variables);
        columns[column] = variable;
        shapes[variable] = Shape(type);
        graph.Inputs.Add(new(variable, ElementTypes.Of(type), 1));
    }

    /// <param name="columnsMade">The columns the step adds or replaces.</param>
    /// <param name="isScorer">Scorers look their own scores up again; every other step means a column as it was before.</param>
    public void BeginStep(IReadOnlySet<string> columnsMade, bool isScorer)
    {
        before = new(columns, StringComparer.Ordinal);
        made = columnsMade;
        readsOwnColumns = isScorer;
        mapped.Clear();
    }

    public void EndStep()
    {
        foreach (var column in columns.Keys.Where(column => !made.Contains(column)).ToList())
        {
            if (before.TryGetValue(column, out var variable))
                columns[column] = variable;
            else
                columns.Remove(column);
        }
        before = [];
    }

    /// <summary>Whether the step that just ran has written the column.</summary>
    public bool Wrote(string column) =>
        mapped.Contains(column) && columns.TryGetValue(column, out var variable) && graph.Maker(variable) is not null;

    public override string GetVariableName(string colName) =>
        !readsOwnColumns && before.TryGetValue(colName, out var variable) ? variable : columns[colName];

    public override bool ContainsColumn(string colName) => columns.ContainsKey(colName);

    public override bool IsVariableDefined(string variableName) => variables.Contains(variableName);

    public override string AddIntermediateVariable(DataViewType? type, string colName, bool skip = false)
    {
        var variable = Unique(colName, variables);
        if (type is not null)
            shapes[variable] = Shape(type);
        if (made.Contains(colName) ? mapped.Add(colName) : !before.ContainsKey(colName))
            columns[colName] = variable;
        return variable;
    }

    public override void RemoveColumn(string colName, bool removeVariable = false) => columns.Remove(colName);

    public override void RemoveVariable(string variableName, bool removeColumn)
    {
        foreach (var (column, variable) in columns)
        {
            if (variable == variableName)
                columns.Remove(column);
        }
    }

    public override void RemoveInputVariable(string variableName) => RemoveVariable(variableName, removeColumn: true);

    public override List<long>? RetrieveShapeOrNull(string variableName) => shapes.GetValueOrDefault(variableName);

    public override string GetNodeName(string prefix) => Unique(prefix, nodes);

    public override void CheckOpSetVersion(int thisTransformerMinumumOpSetVersion, string registerTransformerName)
    {
        if (thisTransformerMinumumOpSetVersion > OperatorSetVersion)
        {
            throw new ExportException(
                $"{registerTransformerName} needs ONNX opset {thisTransformerMinumumOpSetVersion}; Kiln writes {OperatorSetVersion}.");
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
