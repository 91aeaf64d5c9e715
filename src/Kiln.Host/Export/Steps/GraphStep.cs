using Kiln.Host.Export.Graphs;
using Microsoft.ML;
using Microsoft.ML.Data;

namespace Kiln.Host.Export.Steps;

/// <summary>A step that is a graph already. Here it maps rows by code that does the same.</summary>
abstract class GraphStep : ITransformer
{
    public bool IsRowToRowMapper => true;

    /// <summary>How much the output changes with the scores that the step reads, at most.</summary>
    public virtual double Slope => 1;

    /// <summary>Whether the output is a distance from each of some centres, of which the least decides.</summary>
    public virtual bool GivesDistances => false;

    /// <summary>What maps the rows.</summary>
    protected abstract ITransformer Rows { get; }

    /// <summary>From the source columns, by their names, to the output; a new one each time, for who changes it.</summary>
    public abstract Graph ToGraph();

    public DataViewSchema GetOutputSchema(DataViewSchema inputSchema) => Rows.GetOutputSchema(inputSchema);

    public IRowToRowMapper GetRowToRowMapper(DataViewSchema inputSchema) => Rows.GetRowToRowMapper(inputSchema);

    public IDataView Transform(IDataView input) => Rows.Transform(input);

    public void Save(ModelSaveContext ctx) => throw new NotSupportedException($"{GetType().Name} is written as ONNX only.");
}
