using System.Globalization;
using Kiln.Contracts.Models;

namespace Kiln.Road.Tests;

/// <summary>Models that put rows into clusters, from data to the shipped predictor.</summary>
public class ClusterTests
{
    /// <summary>Customers of three kinds: of seven, four, two and one; some ages are missing.</summary>
    static readonly string Customers = Csv(1_400);

    static string Csv(int rows)
    {
        var random = new Random(4);
        var lines = Enumerable.Range(0, rows).Select(i =>
        {
            var kind = (i % 7) switch { < 4 => 0, < 6 => 1, _ => 2 };
            var (age, income, plan) = kind switch { 0 => (30, 20_000, "basic"), 1 => (50, 60_000, "family"), _ => (70, 40_000, random.Next(2) == 0 ? "basic" : "senior") };
            return FormattableString.Invariant(
                $"{(random.Next(30) == 0 ? "" : (age + 3 * Normal(random)).ToString("0.0", CultureInfo.InvariantCulture))},{income + 4_000 * Normal(random):0},{plan},{"abc"[kind]}");
        });
        return "age,income,plan,kind\n" + string.Join("\n", lines) + "\n";
    }

    static double Normal(Random random) => Math.Sqrt(-2 * Math.Log(1 - random.NextDouble())) * Math.Cos(2 * Math.PI * random.NextDouble());

    static ModelDefinition Model(string? label = "kind", int? clusters = 3, string[]? ignore = null, string version = "1.0.0", PipelineDefinition? pipeline = null, params ModelGate[] gates) => new()
    {
        Name = "M", Type = "App.M", Dataset = "data", Label = label, Version = version, Task = TaskKind.Clustering, Clusters = clusters, Ignore = ignore ?? [], Gates = gates, Pipeline = pipeline,
        Location = new("M.cs", 3, 2),
    };

    static string Train(RoadProject project)
    {
        var result = project.Train();
        Assert.True(result.Succeeded, result.Output);
        return result.Output;
    }

    static double Metric(RoadProject project, string name) => project.Lock("M").Metrics.Single(metric => metric.Key == name).Value.Value;

    static float[] Score(RoadProject project, float age, float income, string plan, int clusters = 3)
    {
        var distances = new float[clusters];
        Predictor.Load(new("App.M", "App.M", null), project.Models, ["age", "income"], ["plan"], [.. Enumerable.Range(1, clusters).Select(cluster => $"{cluster}")])
            .Score([age, income], [plan], distances);
        return distances;
    }

    static int Nearest(float[] distances) => Array.IndexOf(distances, distances.Min()) + 1;

    [Fact]
    public void The_groups_of_the_rows_are_found_the_largest_first_and_described()
    {
        using var project = RoadProject.Ready(Customers, Model(gates:
            [new(new("NormalizedMutualInformation", AtLeast: 0.9), new("M.cs", 4, 2)), new(new("DaviesBouldinIndex", AtMost: 0.6), new("M.cs", 5, 2)), new(new("AverageDistance", AtMost: 0.4), new("M.cs", 6, 2))]));

        var output = Train(project);

        Assert.Matches(@"cluster 1: 6\d\d of 1,1\d\d training rows \(5\d %\): income 19\d\d\d \(33\d\d\d of all\), age (29|30)(\.\d)? \(4\d(\.\d)? of all\), plan 'basic' 100 % \(6\d % of all\)", output);
        Assert.Matches(@"cluster 2: 3\d\d of 1,1\d\d training rows \(2\d %\): plan 'family' 100 %", output);
        Assert.Matches(@"cluster 3: 1\d\d of 1,1\d\d training rows \(1\d %\): age (69|70)(\.\d)? ", output);
        Assert.Contains("the label 'kind' measures the model, which learns nothing from it", output);
        Assert.Matches(@"mean absolute contribution to the score, of \d+ held-out rows: age \d", output);
        Assert.Equal([1, 2, 3], [Nearest(Score(project, 31, 21_000, "basic")), Nearest(Score(project, 48, 58_000, "family")), Nearest(Score(project, 72, 41_000, "senior"))]);
    }

    [Fact]
    public void Whatever_a_row_holds_or_misses_it_is_in_a_cluster()
    {
        using var project = RoadProject.Ready(Customers, Model());
        Train(project);

        foreach (var number in new[] { float.NaN, float.PositiveInfinity, float.NegativeInfinity, float.MaxValue, 0 })
            foreach (var plan in new[] { "", "never seen", "family" })
                Assert.All(Score(project, number, number, plan), distance => Assert.InRange(distance, 0, 1e7f));
        // What is missing is the mean: the other columns decide.
        Assert.Equal(2, Nearest(Score(project, float.NaN, 60_000, "family")));
        Assert.Equal(1, Nearest(Score(project, 25, float.NaN, "")));
    }

    [Fact]
    public void What_is_known_of_classes_changes_nothing_but_what_is_measured()
    {
        using var with = RoadProject.Ready(Customers, Model());
        using var without = RoadProject.Ready(Customers, Model(label: null, ignore: ["kind"]));

        Train(with);
        Train(without);

        Assert.Equal(with.Lock("M").Artifact, without.Lock("M").Artifact);
        Assert.Equal(["AverageDistance", "DaviesBouldinIndex"], without.Lock("M").Metrics.Select(metric => metric.Key));
        Assert.Equal(["AverageDistance", "DaviesBouldinIndex", "NormalizedMutualInformation"], with.Lock("M").Metrics.Select(metric => metric.Key));
    }

    [Fact]
    public void What_is_personal_is_named_only_and_units_are_the_contracts()
    {
        using var project = RoadProject.Ready(Customers, Model());
        project.ReplaceFirst(Path.Combine("data", "data.schema.json"), "\"name\": \"income\",", "\"name\": \"income\", \"classification\": \"personal\",");
        project.ReplaceFirst(Path.Combine("data", "data.schema.json"), "\"name\": \"age\",", "\"name\": \"age\", \"unit\": \"years\",");

        Assert.Matches(@"cluster 1: 6\d\d of 1,1\d\d training rows \(5\d %\): income, age (29|30)(\.\d)? years \(", Train(project));
    }

    [Fact]
    public void What_becomes_personal_later_is_named_no_longer()
    {
        using var project = RoadProject.Ready(Customers, Model());
        Assert.Matches(@"training rows \(5\d %\): income \d", Train(project));
        project.ReplaceFirst(Path.Combine("data", "data.schema.json"), "\"name\": \"income\",", "\"name\": \"income\", \"classification\": \"personal\",");

        var later = project.Train();
        var report = File.ReadAllText(Path.Combine(project.Directory, "obj", "kiln", "report.md"));

        Assert.Equal(0, later.Trained);
        Assert.Contains("what the training noted is not shown, because it may name values of income, classified since", later.Output);
        Assert.DoesNotContain("cluster 1:", later.Output + report);
        Assert.Matches(@"training rows \(5\d %\): income, ", project.Train(always: true).Output);
    }

    [Theory]
    [InlineData("1,x\n2,y\n3,x\n", 5, "KILN1059: 'M' cannot have 5 clusters: only 3 training rows differ in its inputs; write Clusters = 3 or fewer, or add rows, or columns in which they differ")]
    [InlineData("1,x\n", 2, "KILN1016: 'M' has no features: no usable column of 'data' has role \"feature\"; give one that role in the contract, or name it in Features")]
    public void Rows_that_are_too_much_alike_are_refused(string rows, int clusters, string why)
    {
        using var project = RoadProject.Ready("a,b\n" + string.Concat(Enumerable.Repeat(rows, 60)), Model(label: null, clusters: clusters));

        Assert.EndsWith($"M.cs(3,2): error {why}", project.Train().Error.TrimEnd());
    }

    [Fact]
    public void As_many_clusters_as_different_rows_leave_no_distance()
    {
        using var project = RoadProject.Ready("age,income,plan\n" + string.Concat(Enumerable.Repeat("1,5,x\n2,5,y\n3,5,x\n3,5,x\n", 60)), Model(label: null, clusters: 3));

        Train(project);

        Assert.Equal([0, 0], [Metric(project, "AverageDistance"), Metric(project, "DaviesBouldinIndex")], (a, b) => Math.Abs(a - b) < 1e-2);
    }

    [Fact]
    public void The_second_release_is_compared_by_who_is_in_which_cluster_and_another_number_of_them_is_another_model()
    {
        using var project = RoadProject.Ready(Customers, Model(label: null, ignore: ["kind"]));
        Train(project);
        Assert.True(project.Release().Succeeded);
        project.Compile(Model(label: null, ignore: ["kind", "income"], version: "2.0.0"));
        Train(project);

        var since = project.Lock("M").SinceRelease!;
        Assert.InRange(since.Flipped, 1, since.HeldOutRows / 4);
        Assert.Contains("AverageDistance", since.Metrics.Select(metric => metric.Key));
        Assert.Equal(["1", "2", "3"], project.Lock("M").Released[^1].Content.Classes);

        project.Compile(Model(label: null, clusters: 4, ignore: ["kind"], version: "1.0.1"));
        Assert.Contains("major is due since 1.0.0: cluster 4 was added", Train(project));
    }

    [Fact]
    public void A_gate_on_known_classes_needs_a_label()
    {
        using var project = RoadProject.Ready(Customers, Model(label: null, ignore: ["kind"], gates: new ModelGate(new("NormalizedMutualInformation", AtLeast: 0.9), new("M.cs", 4, 2))));

        Assert.Matches(@"M\.cs\(4,2\): error KILN4002: NormalizedMutualInformation compares clusters with classes that are known, and no held-out row of 'M' has a label", project.Train().Error);
    }

    [Theory]
    [InlineData(3, null)]
    [InlineData(4, @"KILN\d+: the pipeline finds 3 clusters, and the model has 4; write Clusters = 3 in \[Model\], or numberOfClusters: 4 in the pipeline")]
    public void A_pipeline_of_MLNETs_KMeans_is_measured_and_predicts_like_the_default(int clusters, string? error)
    {
        const string source = """
            using Microsoft.ML;
            namespace App;
            partial class M
            {
                static IEstimator<ITransformer> Pipeline(MLContext ml) => ml.Transforms.Categorical.OneHotEncoding("plan")
                    .Append(ml.Transforms.ReplaceMissingValues(new[] { new InputOutputColumnPair("age"), new InputOutputColumnPair("income") }))
                    .Append(ml.Transforms.Concatenate("Numbers", "age", "income")).Append(ml.Transforms.NormalizeMeanVariance("Numbers"))
                    .Append(ml.Transforms.Concatenate("Features", "Numbers", "plan"))
                    .Append(ml.Clustering.Trainers.KMeans("Features", numberOfClusters: 3));
            }
            """;
        using var project = new RoadProject();
        project.AddDataset("data", Customers);
        project.Compile("M.cs", source, Model(clusters: clusters, pipeline: new("fingerprint", [], new("M.cs", 5, 46))));
        Assert.True(project.InferContracts().Succeeded);

        var result = project.Train();

        if (error is null)
        {
            Assert.True(result.Succeeded, result.Output);
            Assert.InRange(Metric(project, "NormalizedMutualInformation"), 0.5, 1);
            Assert.Contains("KILN4016", result.Output);
            Assert.Equal(3, new[] { Score(project, 31, 21_000, "basic"), Score(project, 48, 58_000, "family"), Score(project, 72, 41_000, "senior") }.Select(Nearest).Distinct().Count());
        }
        else
            Assert.Matches(error, result.Error);
    }
}
