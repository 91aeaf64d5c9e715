using Kiln.Contracts.Models;
using Kiln.Host.Evaluation;
using Microsoft.ML;
using Microsoft.ML.Data;
using Microsoft.ML.Trainers;

namespace Kiln.Host.Tests.Evaluation;

/// <summary>Our metrics carry ML.NET's names, so they must give ML.NET's values.</summary>
public class MetricsTests
{
    readonly MLContext _ml = new(1);

    [Theory]
    [InlineData(200, 0.5)]
    [InlineData(1_000, 0.1)]
    public void Binary_metrics_equal_those_of_mlnet(int rows, double positives)
    {
        var random = new Random(rows);
        var examples = Enumerable.Range(0, rows).Select(_ =>
        {
            var label = random.NextDouble() < positives;
            var score = (float)(random.NextDouble() * 4 - 2.5 + (label ? 1 : 0));
            return new BinaryRow { Label = label, Score = score, Probability = 1 / (1 + MathF.Exp(-score)) };
        }).ToList();
        var expected = _ml.BinaryClassification.Evaluate(_ml.Data.LoadFromEnumerable(examples), labelColumnName: "Label");

        var values = Measure(new(TaskKind.BinaryClassification,
            [.. examples.Select(e => e.Label ? 1f : 0f)], [.. examples.Select(e => new[] { e.Score, e.Probability })]));

        Assert.Equal(expected.AreaUnderRocCurve, values["AreaUnderRocCurve"], 1e-9);
        Assert.Equal(expected.AreaUnderPrecisionRecallCurve, values["AreaUnderPrecisionRecallCurve"], 1e-9);
        Assert.Equal(expected.Accuracy, values["Accuracy"], 1e-9);
        Assert.Equal(expected.F1Score, values["F1Score"], 1e-9);
        Assert.Equal(expected.PositivePrecision, values["PositivePrecision"], 1e-9);
        Assert.Equal(expected.PositiveRecall, values["PositiveRecall"], 1e-9);
        Assert.Equal(((CalibratedBinaryClassificationMetrics)expected).LogLoss, values["LogLoss"], 1e-6);
    }

    [Fact]
    public void Multiclass_metrics_equal_those_of_mlnet()
    {
        var random = new Random(7);
        string[] names = ["a", "b", "c", "d"];
        var examples = _ml.Data.LoadFromEnumerable(Enumerable.Range(0, 500).Select(_ =>
        {
            var label = random.Next(4);
            return new MulticlassRow { Label = names[label], Features = [random.NextSingle() + 0.3f * label, random.NextSingle() - 0.2f * label] };
        }).ToList());
        var pipeline = _ml.Transforms.Conversion.MapValueToKey("Label").Append(_ml.MulticlassClassification.Trainers.SdcaMaximumEntropy(
            new SdcaMaximumEntropyMulticlassTrainer.Options { NumberOfThreads = 1, MaximumNumberOfIterations = 10 }));
        var predicted = pipeline.Fit(examples).Transform(examples);
        var expected = _ml.MulticlassClassification.Evaluate(predicted);

        var values = Measure(new(TaskKind.MulticlassClassification,
            [.. predicted.GetColumn<uint>("Label").Select(key => key - 1f)], [.. predicted.GetColumn<float[]>("Score")]));

        Assert.InRange(expected.MicroAccuracy, 0.3, 0.9);
        Assert.Equal(expected.MicroAccuracy, values["MicroAccuracy"], 1e-9);
        Assert.Equal(expected.MacroAccuracy, values["MacroAccuracy"], 1e-9);
        Assert.Equal(expected.LogLoss, values["LogLoss"], 1e-6);
    }

    /// <summary>Told the gains, and of scores without ties; where queries say nothing it has no such mean.</summary>
    [Fact]
    public void Ranking_metrics_equal_those_of_mlnet()
    {
        var random = new Random(5);
        var examples = Enumerable.Range(0, 600).Select(row => new RankedRow { Label = row % 12 < 2 ? row % 12 : random.Next(5), GroupId = (uint)(row / 12), Score = (float)random.NextDouble() }).ToList();
        var data = _ml.Data.LoadFromEnumerable(examples, SchemaWithKey());
        var expected = _ml.Ranking.Evaluate(data, new RankingEvaluatorOptions { DcgTruncationLevel = 10, LabelGains = "0,1,3,7,15" });

        var values = Measure(new(TaskKind.Ranking, [.. examples.Select(e => e.Label)], [.. examples.Select(e => new[] { e.Score })]) { Queries = [.. examples.Select(e => (ulong)e.GroupId)] });

        foreach (var places in new[] { 1, 3, 5, 10 })
            Assert.Equal(expected.NormalizedDiscountedCumulativeGains[places - 1], values[$"NormalizedDiscountedCumulativeGainAt{places}"], 1e-6);
        // ML.NET discounts by the natural logarithm, all others by the binary one.
        Assert.Equal(expected.DiscountedCumulativeGains[9] * Math.Log(2), values["DiscountedCumulativeGainAt10"], 1e-6);

        static SchemaDefinition SchemaWithKey()
        {
            var schema = SchemaDefinition.Create(typeof(RankedRow));
            schema["GroupId"].ColumnType = new KeyDataViewType(typeof(uint), 1_000);
            return schema;
        }
    }

    /// <summary>Of scores without ties; ML.NET allows 10 false positives unless it is told another number.</summary>
    [Theory]
    [InlineData(400, 0.05)]
    [InlineData(60, 0.4)]
    public void Metrics_of_known_anomalies_equal_those_of_mlnet(int count, double share)
    {
        var random = new Random(9);
        var examples = Enumerable.Range(0, count).Select(_ => random.NextDouble() < share).Select(isAnomaly => new AnomalyRow
        {
            Label = isAnomaly ? 1 : 0, Score = (float)(random.NextDouble() + (isAnomaly ? 0.3 : 0)), PredictedLabel = false,
        }).ToList();
        var expected = _ml.AnomalyDetection.Evaluate(_ml.Data.LoadFromEnumerable(examples));

        var metrics = Metrics.Create(new(TaskKind.AnomalyDetection, [.. examples.Select(e => e.Label)], [.. examples.Select(e => new[] { e.Score })]) { Threshold = 0.9 });

        Assert.Equal([expected.AreaUnderRocCurve, expected.DetectionRateAtFalsePositiveCount, examples.Count(e => e.Score >= 0.9f) / (double)count], metrics.Measure(), (a, b) => Math.Abs(a - b) < 1e-6);
    }

    /// <summary>Of all orders of the rows that tie; without skill all do.</summary>
    [Fact]
    public void Anomalies_of_equal_score_are_found_as_often_as_by_chance()
    {
        float[] labels = [.. Enumerable.Range(0, 40).Select(row => row < 8 ? 1f : 0), float.NaN];
        float[] scores = [.. Enumerable.Range(0, 41).Select(row => row % 4 / 4f)];
        var random = new Random(2);
        var found = Enumerable.Range(0, 40_000).Average(_ =>
        {
            var order = Enumerable.Range(0, 40).OrderByDescending(row => scores[row]).ThenBy(_ => random.Next()).ToList();
            var eleventh = order.FindIndex(row => labels[row] == 0 && order.Take(order.IndexOf(row)).Count(other => labels[other] == 0) == 10);
            return order.Take(eleventh).Count(row => labels[row] == 1) / 8.0;
        });
        var predictions = new Predictions(TaskKind.AnomalyDetection, labels, [.. scores.Select(score => new[] { score })]) { Threshold = 0.7 };

        Assert.Equal(found, Metrics.Create(predictions).Measure()[1], 0.005);
        Assert.Equal([0.5, 11 / 33.0, double.NaN], NoSkillModel.Measure(predictions, new(labels), null));
        Assert.Equal([10 / 41.0], Metrics.Create(predictions with { Label = [.. labels.Select(_ => float.NaN)] }).Measure());
    }

    /// <summary>ML.NET takes the means of the rows at hand for centres, so these are given here, and divides mutual information by the entropy of the label alone.</summary>
    [Theory]
    [InlineData(400, 3)]
    [InlineData(60, 6)]
    public void Metrics_of_clusters_equal_those_of_mlnet_around_the_means_of_the_rows(int count, int clusters)
    {
        var random = new Random(5);
        var rows = Enumerable.Range(0, count).Select(_ => random.Next(clusters)).Select(cluster => (Cluster: cluster, Point: (float[])
            [cluster * 2 + (float)random.NextDouble(), cluster % 2 * 3 + (float)random.NextDouble(), (float)random.NextDouble()], Class: random.Next(4) == 0 ? random.Next(3) : cluster % 3)).ToList();
        var means = Enumerable.Range(0, clusters).Select(cluster => Enumerable.Range(0, 3).Select(i => rows.Where(row => row.Cluster == cluster).Average(row => (double)row.Point[i])).ToArray()).ToList();
        var examples = rows.ConvertAll(row => new ClusteredRow
        {
            Features = row.Point, Label = (uint)row.Class + 1, PredictedLabel = (uint)row.Cluster + 1,
            Score = [.. means.Select(mean => (float)mean.Zip(row.Point, (a, b) => (a - b) * (a - b)).Sum())],
        });
        var schema = SchemaDefinition.Create(typeof(ClusteredRow));
        schema[nameof(ClusteredRow.Score)].ColumnType = new VectorDataViewType(NumberDataViewType.Single, clusters);
        schema[nameof(ClusteredRow.PredictedLabel)].ColumnType = new KeyDataViewType(typeof(uint), clusters);
        var expected = _ml.Clustering.Evaluate(_ml.Data.LoadFromEnumerable(examples, schema), "Label", "Score", "Features");
        var predictions = new Predictions(TaskKind.Clustering, [.. rows.Select(row => (float)row.Class)], [.. examples.Select(row => row.Score)]);

        var metrics = Metrics.Create(predictions).Measure();

        Assert.Equal([expected.AverageDistance, expected.DaviesBouldinIndex], metrics[..2], (a, b) => Math.Abs(a - b) < 1e-4);
        Assert.Equal(expected.NormalizedMutualInformation * Entropy(row => row.Class) / ((Entropy(row => row.Class) + Entropy(row => row.Cluster)) / 2), metrics[2], 1e-6);
        var middle = Enumerable.Range(0, 3).Select(i => rows.Average(row => (double)row.Point[i])).ToArray();
        Assert.Equal([rows.Average(row => row.Point.Zip(middle, (a, b) => (a - b) * (a - b)).Sum()), double.NaN, 0], NoSkillModel.Measure(predictions, new(predictions.Label), null), (a, b) => a.Equals(b) || Math.Abs(a - b) < 1e-4);

        double Entropy(Func<(int Cluster, float[] Point, int Class), int> key) => rows.CountBy(key).Sum(group => -group.Value / (double)count * Math.Log(group.Value / (double)count));
    }

    [Fact]
    public void Clusters_without_known_classes_and_rows_of_one_cluster_have_fewer_metrics()
    {
        var one = new Predictions(TaskKind.Clustering, [float.NaN, float.NaN], [[1, 9], [3, 9]]);

        Assert.Equal([2, double.NaN], Metrics.Create(one).Measure());
        Assert.Equal("they are all of one cluster", Metrics.Create(one).WhyUndefined(1));
        Assert.Equal(0.1, Metrics.Create(one with { Scores = [[-1e-9f, 100], [100, 1]] }).Measure()[1], 1e-3);
        Assert.Equal([1, 1], one.Clusters.Select(cluster => cluster + 1));
    }

    sealed class ClusteredRow
    {
        [VectorType(3)]
        public float[] Features { get; set; } = [];

        [KeyType(3)]
        public uint Label { get; set; }

        public uint PredictedLabel { get; set; }

        public float[] Score { get; set; } = [];
    }

    sealed class AnomalyRow
    {
        public float Label { get; set; }

        public float Score { get; set; }

        public bool PredictedLabel { get; set; }
    }

    sealed class RankedRow
    {
        public float Label { get; set; }

        public uint GroupId { get; set; }

        public float Score { get; set; }
    }

    [Fact]
    public void Regression_metrics_equal_those_of_mlnet_even_where_the_label_is_far_from_zero()
    {
        var random = new Random(11);
        var examples = Enumerable.Range(0, 300).Select(_ =>
        {
            var label = 10_000 + (float)random.NextDouble() * 100;
            return new RegressionRow { Label = label, Score = label + (float)random.NextDouble() * 20 - 10 };
        }).ToList();
        var expected = _ml.Regression.Evaluate(_ml.Data.LoadFromEnumerable(examples));

        var values = Measure(new(TaskKind.Regression, [.. examples.Select(e => e.Label)], [.. examples.Select(e => new[] { e.Score })]));

        Assert.Equal(expected.RSquared, values["RSquared"], 1e-4);
        Assert.Equal(expected.RootMeanSquaredError, values["RootMeanSquaredError"], 1e-6);
        Assert.Equal(expected.MeanAbsoluteError, values["MeanAbsoluteError"], 1e-6);
    }

    [Fact]
    public void A_row_counted_twice_is_the_same_as_the_row_standing_twice()
    {
        var once = new Predictions(TaskKind.BinaryClassification, [1, 0, 1, 0], [[1, 0.7f], [0.5f, 0.6f], [-1, 0.3f], [-2, 0.1f]]);
        var twice = new Predictions(TaskKind.BinaryClassification,
            [1, 0, 0, 1, 0], [[1, 0.7f], [0.5f, 0.6f], [0.5f, 0.6f], [-1, 0.3f], [-2, 0.1f]]);

        var counted = Metrics.Create(once).Measure([1, 2, 1, 1]);
        var repeated = Metrics.Create(twice).Measure([1, 1, 1, 1, 1]);

        for (var m = 0; m < counted.Length; m++)
            Assert.Equal(repeated[m], counted[m], 1e-12);
    }

    [Fact]
    public void The_order_of_rows_with_equal_scores_changes_nothing()
    {
        float[][] scores = [[0.5f, 0.6f], [0.5f, 0.6f], [0.5f, 0.6f], [-1, 0.2f]];
        var first = Metrics.Create(new(TaskKind.BinaryClassification, [1, 0, 0, 0], scores)).Measure([1, 1, 1, 1]);
        var second = Metrics.Create(new(TaskKind.BinaryClassification, [0, 0, 1, 0], scores)).Measure([1, 1, 1, 1]);

        Assert.Equal(first, second);
    }

    static Dictionary<string, double> Measure(Predictions predictions) =>
        MetricFacts.List(predictions.Task).Zip(Metrics.Create(predictions).Measure()).ToDictionary(pair => pair.First, pair => pair.Second);

    sealed class BinaryRow
    {
        public bool Label { get; set; }
        public float Score { get; set; }
        public float Probability { get; set; }
        public bool PredictedLabel => Score > 0;
    }

    sealed class MulticlassRow
    {
        public string Label { get; set; } = "";
        [VectorType(2)] public float[] Features { get; set; } = [];
    }

    sealed class RegressionRow
    {
        public float Label { get; set; }
        public float Score { get; set; }
    }
}
