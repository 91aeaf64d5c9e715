using Kiln.Onnx.Operators;

namespace Kiln.Onnx.Compilation;

/// <summary>
/// A linear model, whose terms of a text are added up beforehand for each text that the graph knows, and whose numbers are imputed and scaled where they
/// are multiplied. Terms that are 0 are none, and the others keep their order, so that the sums are the same bits.
/// </summary>
sealed class LinearPlan : IPlan
{
    /// <summary>More numbers are rather found many at a time: of the n-grams of a text nearly all are 0.</summary>
    const int MostNumbers = 256;

    const int MostScores = 64;

    /// <summary>Terms of all texts and scores: 8 MB.</summary>
    const int MostTerms = 1 << 20;

    readonly BoundGraph _graph;
    readonly OnnxNode _node;
    readonly LinearScores _scores;
    readonly (Feature Feature, int Element, float Offset, float Scale)[] _elements;

    LinearPlan(BoundGraph graph, OnnxNode node, LinearScores scores, (Feature, int, float, float)[] elements) =>
        (_graph, _node, _scores, _elements) = (graph, node, scores, elements);

    /// <summary>The plan of a node, or null where there is none for it.</summary>
    public static LinearPlan? Create(BoundGraph graph, OnnxNode node, Operator? step)
    {
        if (step switch { LinearRegressor model => model.Scores, LinearClassifier model => model.Scores, _ => null } is not LinearScores scores || scores.Count > MostScores)
            return null;
        var reader = new FeatureReader(graph);
        var scaler = graph.Steps.Select(other => other.Operator).OfType<Scaler>().FirstOrDefault(scaler => scaler.Result.Offset == scores.Input.Offset);
        var elements = new (Place Place, float Offset, float Scale)[scores.Input.Length];
        for (var i = 0; i < elements.Length; i++)
        {
            elements[i] = (new(SlotKind.Number, scores.Input.Offset + i), 0, 1);
            if (scaler is not null && reader.Root(elements[i].Place) == elements[i].Place)
                elements[i] = (new(SlotKind.Number, scaler.Input.Offset + i), scaler.Offset(i), scaler.Scale(i));
            reader.Add(elements[i].Place);
        }
        if (elements.Count(element => reader.Root(element.Place).Kind == SlotKind.Number) > MostNumbers)
            return null;
        var features = reader.Read();
        var plan = new LinearPlan(graph, node, scores, [.. elements.Select((element, i) => (features[element.Place], i, element.Offset, element.Scale))]);
        return plan.Terms() <= MostTerms ? plan : null;
    }

    public IEnumerable<string> Reads => _elements.Select(element => _graph.Value(element.Feature.Source.Root).Name);

    public bool Contains(OnnxNode node) => node == _node;

    public Operator Bind(OnnxNode node, GraphBinding binding, MaskBits bits)
    {
        var sums = Sums(source => _graph.Value(source.Root) is var (name, index, _) ? binding.Find(name).Offset + index : -1);
        return node.Operator == nameof(LinearRegressor) ? new LinearRegressor(node, binding, sums) : new LinearClassifier(node, binding, sums);
    }

    FoldedSums Sums(Func<Source, int> place)
    {
        var texts = _elements.Select(element => element.Feature.Source).Where(source => source.IsText).Distinct().ToList();
        List<LinearStep> steps = [];
        for (var first = 0; first < _elements.Length;)
        {
            var (feature, element, offset, scale) = _elements[first];
            var end = first + 1;
            while (feature.Source.IsText && end < _elements.Length && _elements[end].Feature.Source == feature.Source)
                end++;
            steps.Add(feature.Source.IsText
                ? new(texts.IndexOf(feature.Source), default, [], Products(_elements[first..end]))
                : new(-1, new(place(feature.Source), feature.Missing, feature.Constant, offset, scale), [.. EachScore(score => _scores.Weight(score, element))], []));
            first = end;
        }
        return new([.. EachScore(_scores.Intercept)], [.. texts.Select(text => (place(text), new TextCodes(text.Texts)))], [.. steps]);
    }

    IEnumerable<T> EachScore<T>(Func<int, T> value) => Enumerable.Range(0, _scores.Count).Select(value);

    /// <summary>For each code of a text, the terms of its elements that are not 0: one for each score.</summary>
    double[][] Products((Feature Feature, int Element, float Offset, float Scale)[] elements) =>
        [.. Enumerable.Range(0, elements[0].Feature.Source.Codes).Select(code => elements
            .Where(element => element.Feature.Value(code) != 0)
            .SelectMany(element => EachScore(score => (double)_scores.Weight(score, element.Element) * element.Feature.Value(code)))
            .ToArray())];

    long Terms() => _scores.Count * _elements.Where(element => element.Feature.Source.IsText)
        .Sum(element => Enumerable.Range(0, element.Feature.Source.Codes).LongCount(code => element.Feature.Value(code) != 0));
}
