namespace Kiln.Analyzers.Tests.Pipelines.Bar;

/// <summary>Makes up pipelines that mostly run, from what a user of ML.NET would write; the same ones for a seed.</summary>
sealed class PipelineGenerator(int seed)
{
    readonly Random _random = new(seed);
    readonly List<GeneratedStep> _steps = [];
    int _made;

    /// <summary>The columns there are by a rough kind: enough to write pipelines that mostly run.</summary>
    readonly Dictionary<string, List<string>> _columns = new()
    {
        ["text"] = ["Town", "Kind"], ["float"] = ["Rooms", "Area"], ["double"] = ["Width"], ["int"] = ["Year"], ["bool"] = ["Sold", "Garden"],
        ["date"] = ["Built"], ["vector"] = ["Pixels"], ["unsized"] = ["Loose"], ["key"] = ["Code"], ["words"] = [], ["letters"] = [], ["named key"] = [],
    };

    public static readonly string[] DataColumns =
        ["Town", "Kind", "Rooms", "Area", "Width", "Year", "Sold", "Garden", "Built", "Pixels", "Loose", "Code", "Price", "Grade"];

    public List<GeneratedStep> Generate()
    {
        for (var left = _random.Next(0, 5); left > 0; left--)
            Transform();
        if (_random.Next(6) > 0)
            Trainer();
        else if (_steps.Count == 0)
            Transform();
        return _steps;
    }

    void Transform()
    {
        var (kinds, format, gives) = Pick(Transforms);
        var from = kinds.Split('|').SelectMany(kind => _columns[kind]).ToList();
        if (from.Count == 0)
            return;
        var input = Pick(from);
        var output = _random.Next(4) == 0 ? input : $"C{_made++}";
        _steps.Add(output == input ? new(InPlace(format), [input], null) : new(format, [output, input], output));
        foreach (var list in _columns.Values)
            list.Remove(output);
        _columns[gives == "same" ? KindOf(input, kinds) : gives].Add(output);
    }

    /// <summary>Names the column once, as most people do.</summary>
    static string InPlace(string format) =>
        (format.Contains("CopyColumns") ? format : format.Replace("({0}, {1})", "({0})")).Replace("{1}", "{0}");

    string KindOf(string input, string kinds) => kinds.Split('|').FirstOrDefault(kind => _columns[kind].Contains(input)) ?? kinds.Split('|')[0];

    static readonly (string Kinds, string Format, string Gives)[] Transforms =
    [
        ("text", "ml.Transforms.Categorical.OneHotEncoding({0}, {1})", "vector"),
        ("text|int|bool", "ml.Transforms.Categorical.OneHotEncoding({0}, {1}, outputKind: OneHotEncodingEstimator.OutputKind.Bag)", "vector"),
        ("text|int", "ml.Transforms.Categorical.OneHotEncoding({0}, {1}, OneHotEncodingEstimator.OutputKind.Key)", "named key"),
        ("text", "ml.Transforms.Categorical.OneHotHashEncoding({0}, {1}, numberOfBits: 4)", "vector"),
        ("text", "ml.Transforms.Text.FeaturizeText({0}, {1})", "vector"),
        ("text", "ml.Transforms.Text.NormalizeText({0}, {1})", "text"),
        ("text", "ml.Transforms.Text.TokenizeIntoWords({0}, {1})", "words"),
        ("words", "ml.Transforms.Text.RemoveDefaultStopWords({0}, {1})", "words"),
        ("text", "ml.Transforms.Text.ProduceWordBags({0}, {1})", "vector"),
        ("text", "ml.Transforms.Text.TokenizeIntoCharactersAsKeys({0}, {1})", "letters"),
        ("letters", "ml.Transforms.Text.ProduceNgrams({0}, {1})", "vector"),
        ("text|int|float|bool|date", "ml.Transforms.Conversion.MapValueToKey({0}, {1})", "named key"),
        ("key|named key", "ml.Transforms.Conversion.MapKeyToVector({0}, {1})", "vector"),
        ("named key", "ml.Transforms.Conversion.MapKeyToBinaryVector({0}, {1})", "vector"),
        ("text|float", "ml.Transforms.Conversion.Hash({0}, {1}, numberOfBits: 4)", "key"),
        ("int|bool|double|date", "ml.Transforms.Conversion.ConvertType({0}, {1})", "float"),
        ("float", "ml.Transforms.Conversion.ConvertType({0}, {1}, DataKind.Double)", "double"),
        ("float|double|vector", "ml.Transforms.NormalizeMinMax({0}, {1})", "same"),
        ("float|double|vector", "ml.Transforms.NormalizeMeanVariance({0}, {1})", "same"),
        ("float|vector", "ml.Transforms.NormalizeBinning({0}, {1}, maximumBinCount: 4)", "same"),
        ("float|vector", "ml.Transforms.NormalizeRobustScaling(new[] {{ new InputOutputColumnPair({0}, {1}) }})", "same"),
        ("float|double", "ml.Transforms.NormalizeLogMeanVariance(new[] {{ new InputOutputColumnPair({0}, {1}) }})", "same"),
        ("vector", "ml.Transforms.NormalizeLpNorm({0}, {1})", "vector"),
        ("vector", "ml.Transforms.ProjectToPrincipalComponents({0}, {1}, rank: 2)", "vector"),
        ("vector", "ml.Transforms.ApproximatedKernelMap({0}, {1}, rank: 4)", "vector"),
        ("vector", "ml.Transforms.FeatureSelection.SelectFeaturesBasedOnCount({0}, {1})", "vector"),
        ("float|double|vector", "ml.Transforms.ReplaceMissingValues({0}, {1})", "same"),
        ("float|double", "ml.Transforms.IndicateMissingValues({0}, {1})", "bool"),
        ("float|text|vector|int|key|unsized", "ml.Transforms.CopyColumns({0}, {1})", "same"),
    ];

    static readonly (string Label, string Format)[] Trainers =
    [
        ("Sold", "ml.BinaryClassification.Trainers.SdcaLogisticRegression({0}, {1}, maximumNumberOfIterations: 3)"),
        ("Sold", "ml.BinaryClassification.Trainers.LbfgsLogisticRegression(labelColumnName: {0}, featureColumnName: {1})"),
        ("Sold", "ml.BinaryClassification.Trainers.FastTree({0}, {1}, numberOfTrees: 2)"),
        ("Sold", "ml.BinaryClassification.Trainers.AveragedPerceptron({0}, {1})"),
        ("Sold", "ml.BinaryClassification.Trainers.LinearSvm(new LinearSvmTrainer.Options {{ LabelColumnName = {0}, FeatureColumnName = {1} }})"),
        ("Price", "ml.Regression.Trainers.Sdca({0}, {1}, maximumNumberOfIterations: 3)"),
        ("Price", "ml.Regression.Trainers.LightGbm({0}, {1}, numberOfIterations: 2)"),
        ("Price", "ml.Regression.Trainers.FastForest(new FastForestRegressionTrainer.Options {{ LabelColumnName = {0}, FeatureColumnName = {1}, NumberOfTrees = 2 }})"),
        ("Price", "ml.Regression.Trainers.OnlineGradientDescent({0}, {1})"),
        ("Price", "ml.Regression.Trainers.LbfgsPoissonRegression({0}, {1}, exampleWeightColumnName: \"Grade\")"),
        ("key", "ml.MulticlassClassification.Trainers.SdcaMaximumEntropy({0}, {1}, maximumNumberOfIterations: 3)"),
        ("key", "ml.MulticlassClassification.Trainers.NaiveBayes({0}, {1})"),
        ("key", "ml.MulticlassClassification.Trainers.LightGbm({0}, {1}, numberOfIterations: 2)"),
        ("key", "ml.MulticlassClassification.Trainers.OneVersusAll(ml.BinaryClassification.Trainers.AveragedPerceptron(featureColumnName: {1}), {0})"),
        ("rank", "ml.Ranking.Trainers.FastTree({0}, {1}, rowGroupColumnName: \"Group\", numberOfTrees: 2)"),
        ("", "ml.Clustering.Trainers.KMeans({1}, numberOfClusters: 2)"),
        ("", "ml.AnomalyDetection.Trainers.RandomizedPca({1}, rank: 2)"),
    ];

    void Trainer()
    {
        var features = Features();
        var (label, format) = Pick(Trainers);
        if (label == "key")
            _steps.Add(new("ml.Transforms.Conversion.MapValueToKey({0}, {1})", ["Label", "Kind"], "Label"));
        if (label == "rank")
            _steps.Add(new("ml.Transforms.Conversion.MapValueToKey({0}, {1})", ["Group", "Town"], "Group"));
        label = label switch { "key" => "Label", "rank" => "Grade", "" => "Price", _ => label };
        _steps.Add(new(format, [label, features], null));
        if (label == "Label" && _random.Next(2) == 0)
            _steps.Add(new("ml.Transforms.Conversion.MapKeyToValue({0}, {1})", ["Predicted", "PredictedLabel"], "Predicted"));
        else if (_random.Next(3) == 0)
            _steps.Add(new("ml.Transforms.CopyColumns({0}, {1})", ["Answer", "Score"], "Answer"));
    }

    string Features()
    {
        var columns = _columns["float"].Concat(_columns["vector"]).OrderBy(_ => _random.Next()).Take(_random.Next(1, 5)).ToList();
        if (columns.Count == 0)
            columns.Add("Grade");
        var places = string.Join(", ", columns.Select(static (_, at) => $"{{{at + 1}}}"));
        _steps.Add(new($"ml.Transforms.Concatenate({{0}}, {places})", ["Features", .. columns], "Features"));
        if (_random.Next(3) == 0)
            _steps.Add(new("ml.Transforms.NormalizeMinMax({0})", ["Features"]));
        return "Features";
    }

    T Pick<T>(IReadOnlyList<T> of) => of[_random.Next(of.Count)];
}
