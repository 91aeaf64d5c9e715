using Kiln.Onnx.Operators;

namespace Kiln.Onnx.Compilation;

/// <summary>Which ensembles of a graph become one step, and its table.</summary>
sealed class ForestPlan : IPlan
{
    /// <summary>Trees that ask for more values are rather walked: most branches are not on the way.</summary>
    const int MostSources = 256;

    readonly BoundGraph _graph;
    readonly List<(OnnxNode Node, TreeEnsembleRegressor Ensemble)> _ensembles;
    readonly List<(Source Source, string Name, int Index)> _sources;
    readonly MaskTable _table;

    ForestPlan(BoundGraph graph, List<(OnnxNode, TreeEnsembleRegressor)> ensembles, List<Source> sources, MaskTable table)
    {
        (_graph, _ensembles, _table) = (graph, ensembles, table);
        _sources = [.. sources.Select(source => graph.Value(source.Root) is var (name, index, _) ? (source, name, index) : default)];
    }

    /// <summary>The values that the step reads.</summary>
    public IEnumerable<string> Reads => _sources.Select(source => source.Name);

    public bool Contains(OnnxNode node) => _ensembles.Any(ensemble => ensemble.Node == node);

    /// <summary>The plan, or null where there are no trees, or none that masks are good for.</summary>
    public static ForestPlan? Create(BoundGraph graph, long mostBytes)
    {
        var reader = new FeatureReader(graph);
        var (ensembles, first) = (new List<(OnnxNode, TreeEnsembleRegressor)>(), -1);
        for (var i = 0; i < graph.Steps.Count; i++)
        {
            var (node, step) = graph.Steps[i];
            if (step is not TreeEnsembleRegressor ensemble)
                continue;
            first = first < 0 ? i : first;
            // An ensemble whose features are not all there where the first one is runs by itself.
            if (reader.Roots(ensemble).All(root => graph.Value(root).Step < first))
            {
                reader.Add(ensemble);
                ensembles.Add((node, ensemble));
            }
        }
        if (ensembles.Count == 0)
            return null;
        var features = reader.Read();
        var sources = features.Values.Select(feature => feature.Source).Distinct().ToList();
        if (sources.Count is 0 or > MostSources)
            return null;
        List<TreeMasks[]> masks = [];
        foreach (var (_, ensemble) in ensembles)
        {
            var byIndex = Enumerable.Range(0, ensemble.Input.Length).Select(i => features.GetValueOrDefault(new(SlotKind.Number, ensemble.Input.Offset + i))).ToArray();
            var trees = new TreeReader(ensemble, byIndex);
            TreeMasks?[] read = [.. ensemble.Roots.ToArray().Select(trees.Read)];
            if (read.Contains(null))
                return null;
            masks.Add(read!);
        }
        return MaskTable.Create(masks, sources, mostBytes) is { } table ? new(graph, ensembles, sources, table) : null;
    }

    public Operator? Bind(OnnxNode node, GraphBinding binding, MaskBits bits)
    {
        if (node != _ensembles[0].Node)
            return null;
        var sources = _sources.Select(source => (source.Source, binding.Find(source.Name).Offset + source.Index)).ToList();
        var ensembles = _ensembles.Select(ensemble => (ensemble.Ensemble, binding.Output(ensemble.Node, 0, SlotKind.Number, 1))).ToList();
        return bits switch
        {
            MaskBits.B512 => new Forest<Width512>(_table, sources, ensembles),
            MaskBits.B256 => new Forest<Width256>(_table, sources, ensembles),
            MaskBits.B128 => new Forest<Width128>(_table, sources, ensembles),
            _ => new Forest<Width64>(_table, sources, ensembles),
        };
    }
}
