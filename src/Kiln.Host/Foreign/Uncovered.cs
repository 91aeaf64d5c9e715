using Kiln.Onnx;
using Kiln.Onnx.Evaluation;

namespace Kiln.Host.Foreign;

/// <summary>Says which operators of a graph the predictor does not have: all at once, each with the first node that uses it.</summary>
static class Uncovered
{
    /// <returns>Null where it has all.</returns>
    public static string? Say(OnnxModel graph)
    {
        var unknown = graph.Nodes
            .Where(node => !OperatorSet.Knows(node.Domain, node.Operator))
            .GroupBy(node => (node.Domain, node.Operator))
            .Select(nodes => $"{nodes.Key.Operator} ({Version(graph, nodes.Key.Domain)}, node '{nodes.First().Name}')")
            .ToList();
        return unknown.Count == 0 ? null : $"it does not know {(unknown.Count == 1 ? "the operator" : "the operators")} {string.Join(", ", unknown)}";
    }

    static string Version(OnnxModel graph, string domain) =>
        $"{(domain.Length == 0 ? "ai.onnx" : domain)} {(graph.OperatorSets.TryGetValue(domain, out var version) ? version : "of no version")}";
}
