using System.Buffers;
using System.Runtime.Intrinsics;
using Kiln.Onnx.Compilation;
using Kiln.Onnx.Operators;

namespace Kiln.Onnx.Explanations;

/// <summary>
/// Divides a model's raw scores among its columns, so that what they get and the mean of the training rows are the score. Immutable: any number of
/// threads may use it.
/// </summary>
sealed class Attribution
{
    readonly SourceReader _reader;
    readonly uint[] _answers;
    readonly (ShapleyForest? Trees, LinearShares? Linear, double Mean)[] _scores;
    readonly Players _players;

    /// <param name="model">The model.</param>
    /// <param name="numbers">The names of a row's numbers, in their order.</param>
    /// <param name="texts">The names of a row's texts, in their order.</param>
    /// <param name="columns">The column of each of these, numbers first.</param>
    /// <param name="isMeasured">Whether the means of linear scores are known: who finds them out begins with none.</param>
    /// <exception cref="NotExplainedException">Its scores cannot be divided.</exception>
    public Attribution(OnnxModel model, string[] numbers, string[] texts, IReadOnlyList<string> columns, bool isMeasured = true)
    {
        var graph = new BoundGraph(model);
        var raw = RawScores.Find(graph);
        IsScore = raw.Length == 1 && raw[0].IsScore;
        TreeEnsembleRegressor[] ensembles = [.. raw.Select(score => score.Trees).OfType<TreeEnsembleRegressor>().Distinct()];
        var features = ReadFeatures(graph, ensembles);
        Source[] sources = [.. features.Values.Select(feature => feature.Source).Distinct()];
        Slot[] vectors = [.. raw.Select(score => score.Linear?.Input).OfType<Slot>().Distinct()];

        var dependencies = new Dependencies(graph);
        string[] names = [.. graph.Evaluator.Inputs.Select(input => columns[Index(input.Name)])];
        _players = new(names, sources.Select(source => source.Root).Concat(vectors.SelectMany(Elements)).Select(dependencies.Of));
        _reader = new(graph, dependencies, sources, vectors, numbers, texts);
        var places = sources.Select((source, i) => (source, i)).ToDictionary(pair => pair.source, pair => (pair.i, Player(dependencies.Of(pair.source.Root))));
        var linear = raw.Count(score => score.Linear is not null);
        var means = linear > 0 && isMeasured ? LinearMeans.Read(model, linear * names.Length) : new double[linear * names.Length];
        var answers = new AnswerTable();
        _scores = new (ShapleyForest?, LinearShares?, double)[raw.Length];
        for (var (i, read) = (0, 0); i < raw.Length; i++)
            _scores[i] = Create(raw[i], raw[i].Linear is null ? [] : means.AsSpan(read++ * names.Length, names.Length));
        _answers = answers.Words;

        int Index(string name) => Array.IndexOf(numbers, name) is var at and >= 0 ? at : numbers.Length + Array.IndexOf(texts, name);

        int Player(IReadOnlySet<int> inputs) => inputs.Count > 0 ? _players.Of(inputs.First()) : 0;

        (ShapleyForest?, LinearShares?, double) Create(RawScore score, ReadOnlySpan<double> means)
        {
            var linear = score.Linear is null ? null : CreateLinear(score.Linear, score.Place, means);
            // Who finds the means out asks what the linear score alone gives.
            if (score.Trees is null || linear is not null && !isMeasured)
                return (null, linear, linear!.Mean);
            var reader = new BranchReader(places, answers);
            reader.Add(score.Trees, [.. Enumerable.Range(0, score.Trees.Input.Length).Select(i => features.GetValueOrDefault(new(SlotKind.Number, score.Trees.Input.Offset + i)))], score.Trees.Factor * score.Scale);
            return (new(reader), linear, reader.Mean + score.Trees.Base * score.Scale + (linear?.Mean ?? 0));
        }

        LinearShares CreateLinear(LinearScores scores, int place, ReadOnlySpan<double> means)
        {
            var added = new double[_players.Names.Count];
            for (var i = 0; i < means.Length; i++)
                added[_players.Of(i)] += means[i];
            var first = _reader.Vectors[Array.IndexOf(vectors, scores.Input)];
            return new(scores, place, first, [.. Elements(scores.Input).Select(element => Player(dependencies.Of(element)))], added);
        }
    }

    /// <summary>Among whom scores are divided: the columns, in their order.</summary>
    public IReadOnlyList<string> Players => _players.Names;

    /// <summary>How many raw scores there are: one, or one a class.</summary>
    public int Scores => _scores.Length;

    /// <summary>Whether the raw score is the model's score itself.</summary>
    public bool IsScore { get; }

    /// <summary>Whether the raw scores are linear ones, or have a part that is.</summary>
    public bool IsLinear => _scores[0].Linear is not null;

    /// <summary>A raw score on average of the training rows.</summary>
    public double Mean(int score) => _scores[score].Mean;

    /// <param name="numbers">The row's numbers.</param>
    /// <param name="texts">The row's texts.</param>
    /// <param name="score">Which raw score.</param>
    /// <param name="shares">Receives each player's share.</param>
    /// <returns>The raw score.</returns>
    public double Divide(ReadOnlySpan<float> numbers, ReadOnlySpan<string?> texts, int score, Span<double> shares)
    {
        var (trees, linear, mean) = _scores[score];
        var largest = trees?.Largest ?? 0;
        var vectors = ArrayPool<Vector256<double>>.Shared.Rent(shares.Length + 3 * largest);
        var integers = ArrayPool<int>.Shared.Rent(_reader.Sources + 2 * largest);
        var values = ArrayPool<float>.Shared.Rent(_reader.Values);
        try
        {
            var sums = vectors.AsSpan(0, shares.Length);
            sums.Clear();
            var codes = integers.AsSpan(0, _reader.Sources);
            _reader.Read(numbers, texts, values.AsSpan(0, _reader.Values), codes);
            trees?.Add(codes, _answers, sums, vectors.AsSpan(shares.Length, 3 * largest), integers.AsSpan(_reader.Sources, 2 * largest));
            linear?.Add(values, sums);
            for (var i = 0; i < shares.Length; i++)
                mean += shares[i] = Vector256.Sum(sums[i]);
            return mean;
        }
        finally
        {
            ArrayPool<Vector256<double>>.Shared.Return(vectors);
            ArrayPool<int>.Shared.Return(integers);
            ArrayPool<float>.Shared.Return(values);
        }
    }

    static IEnumerable<Place> Elements(Slot vector) => Enumerable.Range(vector.Offset, vector.Length).Select(offset => new Place(vector.Kind, offset));

    static Dictionary<Place, Feature> ReadFeatures(BoundGraph graph, TreeEnsembleRegressor[] ensembles)
    {
        var reader = new FeatureReader(graph);
        foreach (var ensemble in ensembles)
            reader.Add(ensemble);
        return reader.Read();
    }
}
