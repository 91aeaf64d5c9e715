using Kiln.Onnx.Compilation;
using Kiln.Onnx.Evaluation;
using Kiln.Validation;

namespace Kiln.Onnx.Explanations;

/// <summary>Reads what trees and linear scores are asked about: inputs as they are, and what is computed before them by as much of the graph as that takes.</summary>
sealed class SourceReader
{
    readonly Scorer? _before;
    readonly Asked[] _asked;

    /// <param name="graph">The graph.</param>
    /// <param name="dependencies">Which inputs it has.</param>
    /// <param name="sources">What trees ask for.</param>
    /// <param name="vectors">Values that are read whole.</param>
    /// <param name="numbers">The names of a row's numbers, in their order.</param>
    /// <param name="texts">The names of a row's texts, in their order.</param>
    public SourceReader(BoundGraph graph, Dependencies dependencies, IReadOnlyList<Source> sources, IReadOnlyList<Slot> vectors, string[] numbers, string[] texts)
    {
        var inputs = graph.Evaluator.Inputs;
        List<string> computed = [];
        Dictionary<string, int> places = new(StringComparer.Ordinal);
        _asked = [.. sources.Select(Ask)];
        Vectors = [.. vectors.Select(slot => Find(new(slot.Kind, slot.Offset)).First)];
        if (computed.Count > 0)
            _before = new(new Evaluator(Before(graph.Model, computed)), numbers, texts);

        Asked Ask(Source source)
        {
            var input = dependencies.Input(source.Root);
            var names = source.IsText ? texts : numbers;
            var codes = source.IsText ? new TextCodes(source.Texts) : null;
            if (input is { } own)
                return new(source, codes, Array.IndexOf(names, inputs[own].Name), false);
            var (first, index) = Find(source.Root);
            return new(source, codes, first + index, true);
        }

        // Values behind each other, each once, as the evaluator gives its outputs.
        (int First, int Index) Find(Place place)
        {
            var (name, index, _) = graph.Value(place);
            if (place.Kind != SlotKind.Number)
                throw new NotExplainedException("its trees ask about a text that is computed");
            if (places.TryGetValue(name, out var first))
                return (first, index);
            places.Add(name, first = Values);
            computed.Add(name);
            Values += graph.Binding!.Find(name).Length;
            return (first, index);
        }
    }

    /// <summary>How many numbers are computed first.</summary>
    public int Values { get; private set; }

    /// <summary>Where each vector begins among them.</summary>
    public IReadOnlyList<int> Vectors { get; }

    public int Sources => _asked.Length;

    /// <param name="numbers">The row's numbers.</param>
    /// <param name="texts">The row's texts.</param>
    /// <param name="values">Receives what is computed first.</param>
    /// <param name="codes">Receives each source's code.</param>
    public void Read(ReadOnlySpan<float> numbers, ReadOnlySpan<string?> texts, Span<float> values, Span<int> codes)
    {
        _before?.Score(numbers, texts, values);
        for (var i = 0; i < _asked.Length; i++)
        {
            ref readonly var asked = ref _asked[i];
            codes[i] = asked.Texts is { } known ? known.Find(Blanks.Trim(texts[asked.Place]))
                : Code(asked.Source.Boundaries, asked.IsComputed ? values[asked.Place] : numbers[asked.Place]);
        }
    }

    /// <summary>How many boundaries are below the number, or one more than there are where it is NaN.</summary>
    static int Code(float[] boundaries, float number)
    {
        if (float.IsNaN(number))
            return boundaries.Length + 1;
        var (first, count) = (0, boundaries.Length);
        while (count > 0)
        {
            var half = count >> 1;
            var isBelow = boundaries[first + half] < number;
            first = isBelow ? first + half + 1 : first;
            count = isBelow ? count - half - 1 : half;
        }
        return first;
    }

    static OnnxModel Before(OnnxModel model, IReadOnlyCollection<string> values)
    {
        var needed = values.ToHashSet(StringComparer.Ordinal);
        var before = new OnnxModel();
        foreach (var node in Enumerable.Reverse(model.Nodes).Where(node => node.Outputs.Exists(needed.Contains)))
        {
            before.Nodes.Insert(0, node);
            needed.UnionWith(node.Inputs);
        }
        before.Inputs.AddRange(model.Inputs);
        before.Outputs.AddRange(values.Select(OnnxValue.Named));
        before.Initializers.AddRange(model.Initializers.Where(tensor => needed.Contains(tensor.Name)));
        foreach (var (domain, version) in model.OperatorSets)
            before.OperatorSets.Add(domain, version);
        return before;
    }

    readonly record struct Asked(Source Source, TextCodes? Texts, int Place, bool IsComputed);
}
