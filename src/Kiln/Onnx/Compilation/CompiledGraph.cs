using System.Runtime.Intrinsics;
using Kiln.Onnx.Evaluation;

namespace Kiln.Onnx.Compilation;

/// <summary>
/// A graph that is folded once: ensembles of trees, or a linear model, and all that leads from single inputs to them are one step, and what nobody
/// asks for any more is left out. The results are the same to the last bit; what cannot be folded stays as it is.
/// </summary>
sealed class CompiledGraph
{
    /// <summary>How large the masks of a model may be.</summary>
    const long MostBytes = 16 << 20;

    readonly BoundGraph _graph;
    readonly IPlan[] _plans;

    /// <exception cref="InvalidDataException">The graph uses what this version cannot run, or does not fit together.</exception>
    public CompiledGraph(OnnxModel model)
    {
        _graph = new(model);
        var linear = _graph.Steps.Select(step => LinearPlan.Create(_graph, step.Node, step.Operator));
        _plans = [.. linear.Append<IPlan?>(ForestPlan.Create(_graph, MostBytes)).OfType<IPlan>()];
    }

    /// <summary>Runs the graph as it is written.</summary>
    public Evaluator Reference => _graph.Evaluator;

    /// <summary>Whether there is anything to fold.</summary>
    public bool IsFolded => _plans.Length > 0;

    /// <summary>Runs the folded graph.</summary>
    /// <param name="bits">How many bits to handle at once; as many as the machine can where nothing is said.</param>
    public Evaluator CreateEvaluator(MaskBits? bits = null) => !IsFolded ? Reference : new(Reduce(), (node, binding) =>
        PlanOf(node) is { } plan ? plan.Bind(node, binding, bits ?? Widest()) : OperatorSet.Bind(node, binding));

    IPlan? PlanOf(OnnxNode node) => Array.Find(_plans, plan => plan.Contains(node));

    static MaskBits Widest() => Vector512.IsHardwareAccelerated ? MaskBits.B512
        : Vector256.IsHardwareAccelerated ? MaskBits.B256
        : Vector128.IsHardwareAccelerated ? MaskBits.B128
        : MaskBits.B64;

    /// <summary>The nodes and constants that outputs still need.</summary>
    OnnxModel Reduce()
    {
        var needed = _graph.Model.Outputs.Select(output => output.Name).Concat(_plans.SelectMany(plan => plan.Reads)).ToHashSet(StringComparer.Ordinal);
        List<OnnxNode> nodes = [];
        foreach (var (node, _) in Enumerable.Reverse(_graph.Steps))
        {
            if (PlanOf(node) is not null)
                nodes.Add(node);
            else if (node.Outputs.Any(needed.Contains))
            {
                nodes.Add(node);
                needed.UnionWith(node.Inputs);
            }
        }
        var reduced = new OnnxModel();
        reduced.Inputs.AddRange(_graph.Model.Inputs);
        reduced.Outputs.AddRange(_graph.Model.Outputs);
        reduced.Nodes.AddRange(Enumerable.Reverse(nodes));
        reduced.Initializers.AddRange(_graph.Model.Initializers.Where(tensor => needed.Contains(tensor.Name)));
        foreach (var (domain, version) in _graph.Model.OperatorSets)
            reduced.OperatorSets.Add(domain, version);
        return reduced;
    }
}
