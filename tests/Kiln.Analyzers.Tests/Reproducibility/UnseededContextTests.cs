using Microsoft.CodeAnalysis;

namespace Kiln.Analyzers.Tests.Reproducibility;

public sealed class UnseededContextTests
{
    const string Sdca = "Use(ml.Regression.Trainers.Sdca());";

    static string Draws(string created, string member) =>
        $"KILN6001 at {created}: this context has no seed, and {member} draws random numbers from it, so every run gives a different result; write new MLContext(seed: 1)";

    [Theory]
    [InlineData("var ml = new MLContext(); Use(ml.Regression.Trainers.Sdca());", "new MLContext()", "Sdca")]
    [InlineData("MLContext ml = new(); Use(ml.BinaryClassification.Trainers.AveragedPerceptron()); Use(ml.Data.Cache(data));", "new()", "AveragedPerceptron")]
    [InlineData("var ml = new MLContext(seed: null); Use(ml.Clustering.Trainers.KMeans());", "new MLContext(seed: null)", "KMeans")]
    [InlineData("var ml = new MLContext { FallbackToCpu = true }; Use(ml.Data.ShuffleRows(data));", "new MLContext { FallbackToCpu = true }", "ShuffleRows")]
    [InlineData("var ml = new MLContext(); var other = ml; Use(other.Data.BootstrapSample(data));", "new MLContext()", "BootstrapSample")]
    [InlineData("var ml = new MLContext(); ml.Data.TrainTestSplit(data); Use(ml.BinaryClassification.Trainers.LdSvm());", "new MLContext()", "LdSvm")]
    public async Task Flags_what_draws(string statements, string created, string member) =>
        Assert.Equal([Draws(created, member)], await Statements.Project(statements).Findings("KILN6"));

    [Theory]
    [InlineData("static readonly MLContext Ml = new MLContext();", "Use(Ml.Regression.Trainers.Sdca());")]
    [InlineData("static MLContext Ml { get; } = new MLContext();", "Use(Ml.Regression.Trainers.Sdca());")]
    [InlineData("static MLContext Create() => new MLContext();", "var ml = Create(); Use(ml.Regression.Trainers.Sdca());")]
    [InlineData("static object Train(MLContext ml) => ml.Regression.Trainers.Sdca();", "var ml = new MLContext(); Use(Train(ml));")]
    [InlineData("static object Train(MLContext ml) => ml.Regression.Trainers.Sdca();", "Use(Train(new MLContext()));")]
    [InlineData("sealed class T(MLContext ml) { public object Train() => ml.Regression.Trainers.Sdca(); }", "Use(new T(new MLContext()).Train());")]
    public async Task Follows_a_context(string members, string statements) =>
        Assert.Equal([Draws("new MLContext()", "Sdca")], await Statements.Project(statements, members).Findings("KILN6"));

    [Theory]
    [InlineData("var ml = new MLContext(); Use(ml.Data.TrainTestSplit(data));", "TrainTestSplit")]
    [InlineData("var ml = new MLContext(); Use(ml.Regression.CrossValidate(data, pipeline));", "CrossValidate")]
    public async Task Advises_where_rows_are_only_divided(string statements, string member)
    {
        var finding = Assert.Single(await Statements.Project(statements).Diagnostics(), finding => finding.Id == "KILN6001");
        Assert.Equal(DiagnosticSeverity.Info, finding.Severity);
        Assert.Equal(
            $"this context has no seed, and {member} asks it for one, so which rows are held out is up to the version of ML.NET; write new MLContext(seed: 1)",
            finding.GetMessage());
    }

    [Theory]
    [InlineData("var ml = new MLContext(seed: 1); Use(ml.Data.ShuffleRows(data)); Use(ml.Data.TrainTestSplit(data));")]
    [InlineData("var ml = new MLContext(Chosen()); Use(ml.Data.ShuffleRows(data));")]
    [InlineData("var ml = new MLContext(); Use(ml.Model.Load(\"m.zip\", out _));")]
    [InlineData("var ml = new MLContext(); Use(ml.Regression.Trainers.LbfgsPoissonRegression());")]
    [InlineData("var ml = new MLContext(); Use(ml.Regression.Trainers.FastForest()); Use(ml.Regression.Trainers.LightGbm());")]
    [InlineData("var ml = new MLContext(); Use(ml.Regression.Trainers.OnlineGradientDescent());")]
    [InlineData("var ml = new MLContext(); Use(ml.Data.ShuffleRows(data, seed: 3)); Use(ml.Data.TrainTestSplit(data, seed: 4));")]
    [InlineData("var ml = new MLContext(); Use(ml.AnomalyDetection.Trainers.RandomizedPca(new RandomizedPcaTrainer.Options { Seed = 3 }));")]
    [InlineData("var ml = Chosen() is null ? new MLContext() : new MLContext(2); Use(ml.Data.ShuffleRows(data));")]
    public async Task Leaves_alone(string statements) => Assert.Empty(await Statements.Project(statements).Findings("KILN6"));

    [Fact]
    public async Task Leaves_a_default_alone_that_callers_may_replace() => Assert.Empty(await Statements.Project(
        "Use(new T().Train());",
        "sealed class T { readonly MLContext _ml; public T(MLContext? ml = null) => _ml = ml ?? new MLContext(); public object Train() => _ml.Regression.Trainers.Sdca(); }").Findings("KILN6"));

    [Theory]
    [InlineData("var ml = new MLContext();", "var ml = new MLContext(seed: 1);")]
    [InlineData("MLContext ml = new();", "MLContext ml = new(seed: 1);")]
    [InlineData("var ml = new MLContext(null);", "var ml = new MLContext(seed: 1);")]
    [InlineData("var ml = new MLContext { FallbackToCpu = true };", "var ml = new MLContext(seed: 1) { FallbackToCpu = true };")]
    public async Task Fix_gives_a_seed(string bad, string good) =>
        Assert.Contains($"{good} {Sdca}", await Statements.Project($"{bad} {Sdca}").Fixed("KILN6001"));
}
