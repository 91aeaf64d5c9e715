using Kiln.Onnx.Evaluation;

namespace Kiln.Onnx.Compilation;

/// <summary>A graph with its operators, and what is known of how they hang together.</summary>
sealed class BoundGraph
{
    readonly Dictionary<Place, string[]> _texts = [];
    readonly Dictionary<Place, (string Name, int Index, int Step)> _values = [];

    /// <exception cref="InvalidDataException">The graph uses what this version cannot run, or does not fit together.</exception>
    public BoundGraph(OnnxModel model)
    {
        Model = model;
        GraphBinding? bound = null;
        Evaluator = new(model, (node, binding) =>
        {
            bound = binding;
            var step = OperatorSet.Bind(node, binding);
            Steps.Add((node, step));
            return step;
        });
        if (bound is null)
            return;
        Binding = bound;
        foreach (var value in model.Inputs.Select(input => input.Name).Concat(model.Initializers.Select(tensor => tensor.Name)))
            AddValue(bound, value, -1);
        for (var i = 0; i < Steps.Count; i++)
        {
            var (node, step) = Steps[i];
            foreach (var output in node.Outputs)
                AddValue(bound, output, i);
            if (step is null)
                continue;
            var before = Lineage.Count;
            step.Trace(Lineage);
            if (Lineage.Count > before)
                Traced.Add(step);
            TracedElements += Lineage.Count - before;
            AddTexts(bound, node);
        }
    }

    public OnnxModel Model { get; }

    /// <summary>Where its values are; null where it has no operator.</summary>
    public GraphBinding? Binding { get; }

    /// <summary>Runs every operator as it stands.</summary>
    public Evaluator Evaluator { get; }

    public List<(OnnxNode Node, Operator? Operator)> Steps { get; } = [];

    public Lineage Lineage { get; } = new();

    /// <summary>The operators of which each result is made of a single element.</summary>
    public List<Operator> Traced { get; } = [];

    public long TracedElements { get; private set; }

    /// <summary>Which value an element is of, which of its elements it is, and which step makes it, -1 where none does.</summary>
    public (string Name, int Index, int Step) Value(Place element) => _values[element];

    /// <summary>The texts that operators ask an input for.</summary>
    public string[] KnownTexts(Place text) => _texts.TryGetValue(text, out var known) ? known : [];

    void AddValue(GraphBinding binding, string name, int step)
    {
        if (name.Length == 0 || binding.TryFind(name) is not { } slot)
            return;
        for (var i = 0; i < slot.Length; i++)
            _values.TryAdd(new(slot.Kind, slot.Offset + i), (name, i, step));
    }

    void AddTexts(GraphBinding binding, OnnxNode node)
    {
        if (node.Inputs.Count == 0 || binding.TryFind(node.Inputs[0]) is not { Kind: SlotKind.Text, Length: 1 } slot)
            return;
        var place = new Place(SlotKind.Text, slot.Offset);
        _texts[place] = [.. KnownTexts(place).Concat(node.Texts("cats_strings")).Concat(node.Texts("keys_strings")).Distinct(StringComparer.Ordinal)];
    }
}
