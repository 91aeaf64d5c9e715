using Kiln.Onnx.Operators;

namespace Kiln.Onnx.Compilation;

/// <summary>
/// A linear model, whose terms of a category are added up beforehand for each text that the graph knows, whose numbers are imputed and scaled where they
/// are multiplied, and of whose texts only the n-grams that occur are looked at. Terms that are 0 are none, and the others keep their order, so that the
/// sums are the same bits.
/// </summary>
sealed class LinearPlan : IPlan
{
    /// <summary>More numbers are rather found many at a time: of a long vector nearly all are 0.</summary>
    const int MostNumbers = 256;

    const int MostScores = 64;

    /// <summary>Terms of all texts and scores: 8 MB.</summary>
    const int MostTerms = 1 << 20;

    readonly BoundGraph _graph;
    readonly OnnxNode _node;
    readonly LinearScores _scores;
    readonly LinearElement[] _elements;
    readonly Dictionary<Place, Feature> _features;

    LinearPlan(BoundGraph graph, OnnxNode node, LinearScores scores, LinearElement[] elements, Dictionary<Place, Feature> features) =>
        (_graph, _node, _scores, _elements, _features) = (graph, node, scores, elements, features);

    /// <summary>The plan of a node, or null where there is none for it.</summary>
    public static LinearPlan? Create(BoundGraph graph, OnnxNode node, Operator? step)
    {
        if (step switch { LinearRegressor model => model.Scores, LinearClassifier model => model.Scores, _ => null } is not LinearScores scores || scores.Count > MostScores)
            return null;
        var reader = new FeatureReader(graph);
        var elements = LinearElement.List(graph, reader, scores.Input);
        if (elements.Count(element => element.Vector is null && reader.Root(element.Place).Kind == SlotKind.Number) > MostNumbers)
            return null;
        foreach (var element in elements)
            if (element.Vector is null)
                reader.Add(element.Place);
        var plan = new LinearPlan(graph, node, scores, [.. elements], reader.Read());
        return plan.Terms() <= MostTerms ? plan : null;
    }

    public IEnumerable<string> Reads => _elements.Select(element => _graph.Value(element.Vector is { } vector ? vector.Text : Source(element).Root).Name);

    public bool Contains(OnnxNode node) => node == _node;

    public Operator Bind(OnnxNode node, GraphBinding binding, MaskBits bits)
    {
        var sums = Sums(place => _graph.Value(place) is var (name, index, _) ? binding.Find(name).Offset + index : -1);
        return node.Operator == nameof(LinearRegressor) ? new LinearRegressor(node, binding, sums) : new LinearClassifier(node, binding, sums);
    }

    FoldedSums Sums(Func<Place, int> place)
    {
        var texts = _elements.Where(IsCategory).Select(Source).Distinct().ToList();
        List<LinearStep> steps = [];
        for (var first = 0; first < _elements.Length;)
        {
            var element = _elements[first];
            var end = first + 1;
            while (IsCategory(element) && end < _elements.Length && IsCategory(_elements[end]) && Source(_elements[end]) == Source(element))
                end++;
            steps.Add(element.Vector is { } vector ? new(-1, new() { Place = place(vector.Text) }, Weights(element.Index, vector.Count), [], vector)
                : IsCategory(element) ? new(texts.IndexOf(Source(element)), default, [], Products(_elements[first..end]), null)
                : new(-1, Number(element, place), Weights(element.Index, 1), [], null));
            first = end;
        }
        return new([.. EachScore(_scores.Intercept)], [.. texts.Select(text => (place(text.Root), new TextCodes(text.Texts)))], [.. steps]);
    }

    bool IsCategory(LinearElement element) => element.Vector is null && Source(element).IsText;

    Source Source(LinearElement element) => _features[element.Place].Source;

    LinearNumber Number(LinearElement element, Func<Place, int> place)
    {
        var feature = _features[element.Place];
        return new(place(feature.Source.Root), feature.Missing, feature.Constant, element.Offset, element.Scale);
    }

    /// <summary>Of each of some elements its weight in each score.</summary>
    float[] Weights(int first, int count) => [.. Enumerable.Range(first, count).SelectMany(element => EachScore(score => _scores.Weight(score, element)))];

    IEnumerable<T> EachScore<T>(Func<int, T> value) => Enumerable.Range(0, _scores.Count).Select(value);

    /// <summary>For each code of a text, the terms of its elements that are not 0: one for each score.</summary>
    double[][] Products(LinearElement[] elements) =>
        [.. Enumerable.Range(0, Source(elements[0]).Codes).Select(code => elements
            .Where(element => Value(element, code) != 0)
            .SelectMany(element => EachScore(score => (double)_scores.Weight(score, element.Index) * Value(element, code)))
            .ToArray())];

    float Value(LinearElement element, int code) => _features[element.Place].Value(code);

    long Terms() => _scores.Count * _elements.Where(IsCategory)
        .Sum(element => Enumerable.Range(0, Source(element).Codes).LongCount(code => Value(element, code) != 0));
}
