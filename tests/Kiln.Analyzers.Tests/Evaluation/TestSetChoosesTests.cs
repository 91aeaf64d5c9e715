namespace Kiln.Analyzers.Tests.Evaluation;

public sealed class TestSetChoosesTests
{
    const string Evaluate = "ml.BinaryClassification.Evaluate(model.Transform(split.TestSet))";

    static Task<string[]> Findings(string body) => MachineLearningProject.With($$"""
        static IEstimator<ITransformer>[] Candidates() => [Pipeline()];
        sealed record Candidate(ITransformer Model, double F1, double Seconds);
        static object? M()
        {
            ITransformer? winner = null;
            var best = 0.0;
            {{body}}
            return (winner, best);
        }
        """).FindingsOf("KILN4008");

    [Theory]
    [InlineData("""
        var split = ml.Data.TrainTestSplit(Load("a"));
        foreach (var candidate in Candidates())
        {
            var model = candidate.Fit(split.TrainSet);
            var metrics = ml.BinaryClassification.Evaluate(model.Transform(split.TestSet));
            if (metrics.AreaUnderRocCurve > best) { best = metrics.AreaUnderRocCurve; winner = model; }
        }
        """)]
    [InlineData("""
        var split = ml.Data.TrainTestSplit(Load("a"));
        var test = split.TestSet;
        for (var leaves = 2; leaves < 64; leaves *= 2)
        {
            var model = ml.BinaryClassification.Trainers.FastTree(numberOfLeaves: leaves).Fit(split.TrainSet);
            var score = ml.BinaryClassification.Evaluate(model.Transform(split.TestSet)).F1Score;
            if (best < score) { winner = model; best = score; }
        }
        """)]
    [InlineData("""
        var split = ml.Data.TrainTestSplit(Load("a"));
        var leaves = 2;
        double score;
        do
        {
            var model = ml.BinaryClassification.Trainers.FastTree(numberOfLeaves: leaves).Fit(split.TrainSet);
            score = ml.BinaryClassification.Evaluate(model.Transform(split.TestSet)).F1Score;
            leaves *= 2;
        }
        while (score < 0.9 && leaves < 100);
        """)]
    [InlineData("""
        var split = ml.Data.TrainTestSplit(Load("a"));
        var models = Candidates().Select(candidate => candidate.Fit(split.TrainSet)).ToList();
        winner = models.MaxBy(model => ml.BinaryClassification.Evaluate(model.Transform(split.TestSet)).F1Score);
        """)]
    [InlineData("""
        var split = ml.Data.TrainTestSplit(Load("a"));
        winner = Candidates().Select(candidate =>
        {
            var model = candidate.Fit(split.TrainSet);
            var metrics = ml.BinaryClassification.Evaluate(model.Transform(split.TestSet));
            return new { Model = model, Auc = metrics.AreaUnderRocCurve };
        }).OrderByDescending(one => one.Auc).First().Model;
        """)]
    [InlineData("""
        var split = ml.Data.TrainTestSplit(Load("a"));
        winner = Candidates().Select(candidate =>
        {
            var model = candidate.Fit(split.TrainSet);
            var metrics = ml.BinaryClassification.Evaluate(model.Transform(split.TestSet));
            return new Candidate(model, metrics.F1Score, 1);
        }).MaxBy(one => one.F1)!.Model;
        """)]
    public async Task Flags(string body) => Assert.Equal([$"KILN4008 at {Evaluate}"], await Findings(body));

    [Theory]
    // Chosen on a validation set that was split from the training set.
    [InlineData("""
        var outer = ml.Data.TrainTestSplit(Load("a"));
        var split = ml.Data.TrainTestSplit(outer.TrainSet);
        foreach (var candidate in Candidates())
        {
            var model = candidate.Fit(split.TrainSet);
            var metrics = ml.BinaryClassification.Evaluate(model.Transform(split.TestSet));
            if (metrics.AreaUnderRocCurve > best) { best = metrics.AreaUnderRocCurve; winner = model; }
        }
        """)]
    // The winner is measured on other rows.
    [InlineData("""
        var split = ml.Data.TrainTestSplit(Load("a"));
        foreach (var candidate in Candidates())
        {
            var model = candidate.Fit(split.TrainSet);
            var metrics = ml.BinaryClassification.Evaluate(model.Transform(split.TestSet));
            if (metrics.AreaUnderRocCurve > best) { best = metrics.AreaUnderRocCurve; winner = model; }
        }
        Console.WriteLine(ml.BinaryClassification.Evaluate(winner!.Transform(Load("b"))));
        """)]
    // Compared by cross-validation.
    [InlineData("""
        foreach (var candidate in Candidates())
        {
            var score = ml.BinaryClassification.CrossValidate(Load("a"), candidate).Average(fold => fold.Metrics.AreaUnderRocCurve);
            if (score > best) best = score;
        }
        """)]
    // Shown, not chosen by.
    [InlineData("""
        var split = ml.Data.TrainTestSplit(Load("a"));
        foreach (var candidate in Candidates())
        {
            var model = candidate.Fit(split.TrainSet);
            var metrics = ml.BinaryClassification.Evaluate(model.Transform(split.TestSet));
            if (metrics.AreaUnderRocCurve < 0.8) Console.WriteLine("weak");
            best += metrics.AreaUnderRocCurve;
        }
        """)]
    // Each round has a test set of its own.
    [InlineData("""
        foreach (var path in new[] { "a", "b" })
        {
            var split = ml.Data.TrainTestSplit(Load(path));
            var model = Pipeline().Fit(split.TrainSet);
            var metrics = ml.BinaryClassification.Evaluate(model.Transform(split.TestSet));
            if (metrics.AreaUnderRocCurve > best) { best = metrics.AreaUnderRocCurve; winner = model; }
        }
        """)]
    // A guard, not a choice.
    [InlineData("""
        var split = ml.Data.TrainTestSplit(Load("a"));
        foreach (var candidate in Candidates())
        {
            var model = candidate.Fit(split.TrainSet);
            if (ml.BinaryClassification.Evaluate(model.Transform(split.TestSet)).AreaUnderRocCurve < 0.5) throw new InvalidOperationException();
        }
        """)]
    // Each is only looked at.
    [InlineData("""
        var split = ml.Data.TrainTestSplit(Load("a"));
        var models = Candidates().Select(candidate => candidate.Fit(split.TrainSet)).ToList();
        Console.WriteLine(models.Select(model => ml.BinaryClassification.Evaluate(model.Transform(split.TestSet)).F1Score).Count());
        """)]
    // One model, no choice.
    [InlineData("""
        var split = ml.Data.TrainTestSplit(Load("a"));
        var model = Pipeline().Fit(split.TrainSet);
        var metrics = ml.BinaryClassification.Evaluate(model.Transform(split.TestSet));
        if (metrics.AreaUnderRocCurve > best) { best = metrics.AreaUnderRocCurve; winner = model; }
        """)]
    [InlineData("""
        var split = ml.Data.TrainTestSplit(Load("a"));
        winner = Candidates().Select(candidate =>
        {
            var model = candidate.Fit(split.TrainSet);
            var metrics = ml.BinaryClassification.Evaluate(model.Transform(split.TestSet));
            return new Candidate(model, metrics.F1Score, 1);
        }).OrderBy(one => one.Seconds).First().Model;
        """)]
    [InlineData("""
        var split = ml.Data.TrainTestSplit(Load("a"));
        winner = Candidates().Select(candidate =>
        {
            var model = candidate.Fit(split.TrainSet);
            var metrics = ml.BinaryClassification.Evaluate(model.Transform(split.TestSet));
            return new { Model = model, Auc = 0.5, Other = metrics.AreaUnderRocCurve };
        }).OrderBy(one => one.Auc).First().Model;
        """)]
    public async Task Leaves_alone(string body) => Assert.Empty(await Findings(body));
}
