using System.Runtime.Intrinsics;
using Kiln.Onnx.Evaluation;
using Kiln.Onnx.Operators;

namespace Kiln.Onnx.Compilation;

/// <summary>
/// Folds a graph once, when it is loaded: ensembles of trees and all that leads from single inputs to them become one step, and what nobody asks
/// for any more is left out. The results are the same to the last bit; what cannot be folded stays as it is.
/// </summary>
static class GraphCompiler
{
    /// <summary>How large the masks of a model may be.</summary>
    const long MostBytes = 16 << 20;

    /// <exception cref="InvalidDataException">The graph uses what this version cannot run, or does not fit together.</exception>
    public static Evaluator Compile(OnnxModel model, MaskBits? bits = null)
    {
        var graph = new BoundGraph(model);
        var forest = ForestPlan.Create(graph, MostBytes);
        if (forest is null)
            return graph.Evaluator;
        return new(Reduce(graph, forest), (node, binding) =>
            !forest.Contains(node) ? OperatorSet.Bind(node, binding)
            : forest.IsFirst(node) ? forest.Bind(binding, bits ?? Widest())
            : null);
    }

    static MaskBits Widest() => Vector512.IsHardwareAccelerated ? MaskBits.B512
        : Vector256.IsHardwareAccelerated ? MaskBits.B256
        : Vector128.IsHardwareAccelerated ? MaskBits.B128
        : MaskBits.B64;

    /// <summary>The nodes and constants that outputs still need.</summary>
    static OnnxModel Reduce(BoundGraph graph, ForestPlan forest)
    {
        var needed = graph.Model.Outputs.Select(output => output.Name).Concat(forest.Reads).ToHashSet(StringComparer.Ordinal);
        List<OnnxNode> nodes = [];
        foreach (var (node, _) in Enumerable.Reverse(graph.Steps))
        {
            if (forest.Contains(node))
                nodes.Add(node);
            else if (node.Outputs.Any(needed.Contains))
            {
                nodes.Add(node);
                needed.UnionWith(node.Inputs);
            }
        }
        var reduced = new OnnxModel();
        reduced.Inputs.AddRange(graph.Model.Inputs);
        reduced.Outputs.AddRange(graph.Model.Outputs);
        reduced.Nodes.AddRange(Enumerable.Reverse(nodes));
        reduced.Initializers.AddRange(graph.Model.Initializers.Where(tensor => needed.Contains(tensor.Name)));
        foreach (var (domain, version) in graph.Model.OperatorSets)
            reduced.OperatorSets.Add(domain, version);
        return reduced;
    }
}
