using Kiln.Onnx.Operators;

namespace Kiln.Onnx.Compilation;

/// <summary>
/// Finds what the features of models are made of. What follows from a text, or from a missing number, is learned by running the graph's own
/// operators on it: folded steps cannot differ from those that are not.
/// </summary>
/// <param name="graph">The graph, bound.</param>
sealed class FeatureReader(BoundGraph graph)
{
    /// <summary>Elements that may be computed to learn what follows from texts: some milliseconds.</summary>
    const long MostWork = 1 << 22;

    readonly Dictionary<Place, List<float>> _boundaries = [];
    readonly Dictionary<Place, Place> _roots = [];

    /// <summary>Says which elements an ensemble's branches ask for, and where the answers change.</summary>
    public void Add(TreeEnsembleRegressor ensemble)
    {
        foreach (ref readonly var node in ensemble.Nodes)
        {
            if (node.Comparison == TreeComparison.Leaf)
                continue;
            var element = new Place(SlotKind.Number, ensemble.Input.Offset + node.Feature);
            var boundaries = Add(element, out var root);
            if (root.Kind == SlotKind.Number && (root == element || graph.Lineage.Find(element).Shape != Shape.Constant))
                AddBoundaries(boundaries, node);
        }
    }

    /// <summary>Asks for an element as it is.</summary>
    public void Add(Place element) => Add(element, out _);

    List<float> Add(Place element, out Place root)
    {
        root = _roots[element] = Root(element);
        if (!_boundaries.TryGetValue(root, out var boundaries))
            _boundaries.Add(root, boundaries = []);
        return boundaries;
    }

    /// <summary>What an ensemble's features are made of.</summary>
    public IEnumerable<Place> Roots(TreeEnsembleRegressor ensemble) => ensemble.Features.Select(feature => Root(new(SlotKind.Number, ensemble.Input.Offset + feature)));

    /// <summary>The elements that were asked for.</summary>
    public Dictionary<Place, Feature> Read()
    {
        var sources = _boundaries.ToDictionary(pair => pair.Key, pair => CreateSource(pair.Key, pair.Value));
        var elements = _roots.Keys.ToArray();
        var values = elements.ToDictionary(element => element, element => new float[sources[_roots[element]].IsText ? sources[_roots[element]].Codes : 0]);
        var texts = sources.Values.Where(source => source.IsText).ToArray();
        var (missing, present) = (new Dictionary<Place, float>(), new Dictionary<Place, float>());

        using var scratch = graph.Evaluator.Rent();
        var row = scratch.Row;
        Probe(row, float.NaN, texts, 0, elements, missing);
        for (var code = 0; code < texts.Select(source => source.Codes).DefaultIfEmpty(1).Max(); code++)
        {
            Probe(row, 0, texts, code, elements, present);
            foreach (var (element, known) in values)
                if (code < known.Length)
                    known[code] = present[element];
        }
        return elements.ToDictionary(element => element, Create);

        Feature Create(Place element) => _roots[element] == element
            ? new(sources[element], [], float.NaN, null)
            : new(sources[_roots[element]], values[element], missing[element], graph.Lineage.Find(element).Shape == Shape.Constant ? present[element] : null);
    }

    void Probe(Row row, float number, Source[] texts, int code, Place[] elements, Dictionary<Place, float> values)
    {
        foreach (var source in texts)
            row.Text(source.Root.Offset) = code < source.Texts.Length ? source.Texts[code] : Unknown(source.Texts);
        SetRoots(row, number);
        foreach (var step in graph.Traced)
        {
            step.Run(row);
            // A step of which some elements are made of texts computes others too, which are roots.
            SetRoots(row, number);
        }
        foreach (var element in elements)
            values[element] = row.Number(element.Offset);
    }

    void SetRoots(Row row, float number)
    {
        foreach (var root in _boundaries.Keys)
            if (root.Kind == SlotKind.Number)
                row.Number(root.Offset) = number;
    }

    Source CreateSource(Place root, List<float> boundaries)
    {
        boundaries.Sort();
        return new(root, [.. boundaries.Distinct()], root.Kind == SlotKind.Text ? graph.KnownTexts(root) : []);
    }

    /// <summary>The input that says all about the element, or the element itself.</summary>
    public Place Root(Place element)
    {
        var (root, _) = graph.Lineage.Find(element);
        return root.Kind == SlotKind.Text && graph.KnownTexts(root).Length * graph.TracedElements > MostWork ? element : root;
    }

    static void AddBoundaries(List<float> boundaries, TreeNode node)
    {
        if (float.IsNaN(node.Threshold))
            return;
        if (node.Comparison is not (TreeComparison.Less or TreeComparison.GreaterOrEqual))
            boundaries.Add(node.Threshold);
        if (node.Comparison is not (TreeComparison.LessOrEqual or TreeComparison.Greater))
            boundaries.Add(MathF.BitDecrement(node.Threshold));
    }

    static string Unknown(string[] texts)
    {
        var unknown = "\uFFFF";
        while (texts.Contains(unknown))
            unknown += "\uFFFF";
        return unknown;
    }
}
