using Kiln.Onnx.Compilation;

namespace Kiln.Onnx.Explanations;

/// <summary>Which inputs of a graph each element is computed from: no fewer than there are, and no more where operators say what they read.</summary>
sealed class Dependencies
{
    static readonly HashSet<string> ElementByElement = ["Add", "Sub", "Mul", "Div", "Sum", "Max", "Min", "Exp", "Sigmoid", "Clip", "Identity"];

    readonly BoundGraph _graph;
    readonly Dictionary<Place, int> _inputs = [];
    readonly Dictionary<Place, HashSet<int>> _elements = [];
    readonly Dictionary<OnnxNode, HashSet<int>> _nodes = [];

    public Dependencies(BoundGraph graph)
    {
        _graph = graph;
        for (var i = 0; i < graph.Evaluator.Inputs.Length; i++)
            _inputs.Add(new(graph.Evaluator.Inputs[i].Slot.Kind, graph.Evaluator.Inputs[i].Slot.Offset), i);
    }

    /// <summary>Which input an element is; null where it is none.</summary>
    public int? Input(Place element) => _inputs.TryGetValue(element, out var input) ? input : null;

    /// <summary>The inputs by their places in the graph.</summary>
    public HashSet<int> Of(Place element)
    {
        if (_elements.TryGetValue(element, out var found))
            return found;
        var read = Read(element);
        _elements.Add(element, read);
        return read;
    }

    HashSet<int> Read(Place element)
    {
        if (Input(element) is { } input)
            return [input];
        if (_graph.Lineage.Parent(element) is { } parent)
            return Of(parent);
        var (_, index, step) = _graph.Value(element);
        if (step < 0)
            return [];
        var node = _graph.Steps[step].Node;
        return ElementByElement.Contains(node.Operator) ? Read(node, index) : ReadAll(node);
    }

    HashSet<int> Read(OnnxNode node, int index) =>
        [.. Slots(node).SelectMany(slot => Of(new(slot.Kind, slot.Offset + (slot.Length == 1 ? 0 : index))))];

    HashSet<int> ReadAll(OnnxNode node)
    {
        if (_nodes.TryGetValue(node, out var found))
            return found;
        HashSet<int> read = [.. Slots(node).SelectMany(slot => Enumerable.Range(slot.Offset, slot.Length).SelectMany(offset => Of(new(slot.Kind, offset))))];
        for (var i = 0; i < node.Inputs.Count; i++)
            if (_graph.Binding!.FindTokens(node, i) is { } tokens)
                read.UnionWith(Of(new(SlotKind.Text, tokens.Text.Offset)));
        _nodes.Add(node, read);
        return read;
    }

    IEnumerable<Slot> Slots(OnnxNode node) => node.Inputs.Select(name => _graph.Binding!.TryFind(name)).OfType<Slot>();
}
