using Kiln.Host.Export.Graphs;

namespace Kiln.Host.Export.Repairs;

/// <summary>
/// A step means its source columns as they were before it, also one that it replaces. Some of ML.NET's writers name their result before
/// they ask for its source, which makes the result of itself, and several at a time read what the others have just made.
/// </summary>
static class InPlaceRepair
{
    /// <param name="written">The graph of one step.</param>
    /// <param name="columns">The columns that its outputs are.</param>
    public static void Apply(Graph written, IReadOnlyList<string> columns)
    {
        var results = written.Outputs.Select((output, i) => (output.Name, Source: columns[i]))
            .Where(result => written.Inputs.Exists(input => input.Name == result.Source)).ToDictionary(StringComparer.Ordinal);
        foreach (var node in written.Nodes)
        {
            for (var i = 0; i < node.Inputs.Count; i++)
                node.Inputs[i] = results.GetValueOrDefault(node.Inputs[i], node.Inputs[i]);
        }
    }
}
