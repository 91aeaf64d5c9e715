using Kiln.Contracts.Models;

namespace Kiln.Contracts.Tests.Models;

public sealed class MetricFactsTests
{
    [Theory]
    [InlineData(TaskKind.BinaryClassification, "AreaUnderRocCurve")]
    [InlineData(TaskKind.MulticlassClassification, "MicroAccuracy")]
    [InlineData(TaskKind.Regression, "RSquared")]
    [InlineData(TaskKind.AnomalyDetection, "FlaggedShare")]
    [InlineData(TaskKind.Clustering, "AverageDistance")]
    public void Each_task_has_a_metric_to_quote(TaskKind task, string metric) => Assert.Equal(metric, MetricFacts.List(task)[0]);

    [Fact]
    public void Only_numbers_with_an_interval_and_known_anomalies_and_classes_have_more_metrics()
    {
        var added = Enum.GetValues<TaskKind>().SelectMany(task => MetricFacts.List(task, extended: true).Except(MetricFacts.List(task)).Select(metric => (task, metric)));

        Assert.Equal([(TaskKind.Regression, "Coverage"), (TaskKind.Regression, "MeanIntervalWidth"), (TaskKind.AnomalyDetection, "AreaUnderRocCurve"), (TaskKind.AnomalyDetection, "DetectionRateAtFalsePositiveCount"), (TaskKind.Clustering, "NormalizedMutualInformation")], added);
        Assert.Equal(
            ["Coverage", "MeanIntervalWidth"],
            Enum.GetValues<TaskKind>().SelectMany(task => MetricFacts.List(task, extended: true)).Distinct().Where(MetricFacts.IsOfInterval));
    }

    [Fact]
    public void Only_losses_and_errors_are_better_when_lower() => Assert.Equal(
        ["AverageDistance", "DaviesBouldinIndex", "FlaggedShare", "LogLoss", "MeanAbsoluteError", "MeanIntervalWidth", "RootMeanSquaredError"],
        Enum.GetValues<TaskKind>().SelectMany(task => MetricFacts.List(task, extended: true)).Distinct().Where(metric => !MetricFacts.HigherIsBetter(metric)).Order());
}
