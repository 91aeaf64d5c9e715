using System.Text.Json;
using Kiln.Contracts.Models;
using Kiln.Host.Evaluation;

namespace Kiln.Host.Tests.Evaluation;

/// <summary>
/// Metrics against values that another implementation gave for the same predictions: scikit-learn 1.2.1 on 32-bit scores, recorded in
/// <c>metrics_of_scikit_learn.json</c> with drawn and hand-made rows.
/// </summary>
/// <remarks>
/// Its functions: <c>roc_auc_score</c>; <c>auc</c> over <c>precision_recall_curve</c>, the trapezoid that ML.NET takes too
/// (<c>average_precision_score</c> is a step curve, lower where scores tie); <c>accuracy_score</c>, <c>f1_score</c>, <c>precision_score</c> and
/// <c>recall_score</c> of score &gt; 0 with <c>zero_division=0</c>; <c>log_loss</c> with <c>eps=1e-15</c>, divided by ln 2 for two classes
/// because ours is in bits there; for several classes <c>accuracy_score</c> and <c>recall_score(average="macro")</c> over the classes that
/// rows have; <c>r2_score</c>, <c>mean_squared_error(squared=False)</c>, <c>mean_absolute_error</c>.
/// <c>ndcg_score</c> and <c>dcg_score</c> with 2^label - 1 as relevance, averaged over the queries whose labels differ; without skill, of equal scores.
/// Null where we say "not defined" and it warns, and gives a convention (0 of no positive row, 1 of a label all right, 0 otherwise) or an error.
/// Without skill: <c>DummyClassifier</c> fitted on the labels of other rows, as <c>most_frequent</c> for accuracies, <c>prior</c> for the log-loss and
/// areas (there <c>average_precision_score</c>), <c>constant=1</c> for precision and F1; <c>DummyRegressor</c> with mean and median.
/// With weights all of them get <c>sample_weight</c>.
/// </remarks>
public class RefereeTests
{
    /// <summary>Relative: theirs makes probabilities in single precision add up to 1.</summary>
    const double Tolerance = 1e-6;

    /// <summary>What is reported has six digits.</summary>
    const double OfSixDigits = 1e-5;

    static readonly JsonElement Cases = JsonDocument.Parse(File.ReadAllBytes(
        Path.Combine(AppContext.BaseDirectory, "Data", "Files", "metrics_of_scikit_learn.json"))).RootElement;

    public static TheoryData<string, string> Names => [.. Cases.EnumerateArray().Select(row => (Text(row, "task"), Text(row, "name")))];

    [Theory]
    [MemberData(nameof(Names))]
    public void Every_metric_is_what_another_implementation_gives(string task, string name)
    {
        var (predictions, _, recorded) = Find(task, name);

        AssertEqual(recorded.GetProperty("expected"), MetricFacts.List(predictions.Task).Zip(Metrics.Create(predictions).Measure()), Tolerance);
    }

    [Theory]
    [MemberData(nameof(Names))]
    public void No_skill_is_what_a_dummy_gives(string task, string name)
    {
        var (predictions, trained, recorded) = Find(task, name);

        AssertEqual(recorded.GetProperty("noSkill"), HeldOutMetrics.Measure(predictions, trained).Select(measured => (measured.Metric, measured.NoSkill)), OfSixDigits);
    }

    [Fact]
    public void Every_task_has_its_edge_cases() => Assert.Equal(
        [("BinaryClassification", 23), ("MulticlassClassification", 10), ("Regression", 10), ("Ranking", 8)],
        Cases.EnumerateArray().CountBy(row => Text(row, "task")).Select(pair => (pair.Key, pair.Value)));

    static void AssertEqual(JsonElement expected, IEnumerable<(string Metric, double Value)> actual, double tolerance)
    {
        foreach (var (metric, value) in actual)
            if (expected.GetProperty(metric) is { ValueKind: JsonValueKind.Null })
                Assert.True(double.IsNaN(value), $"{metric} is {value}");
            else
                Assert.True(Math.Abs(expected.GetProperty(metric).GetDouble() - value) <= tolerance * Math.Abs(value) + 1e-12,
                    $"{metric} is {value}, not {expected.GetProperty(metric)}");
    }

    static (Predictions Predictions, WeighedLabels Trained, JsonElement Recorded) Find(string task, string name)
    {
        var row = Cases.EnumerateArray().Single(row => Text(row, "task") == task && Text(row, "name") == name);
        return (new(Enum.Parse<TaskKind>(task), Numbers(row.GetProperty("label")), [.. row.GetProperty("scores").EnumerateArray().Select(Numbers)])
            {
                Weights = Weights("weights"),
                Queries = row.TryGetProperty("queries", out var queries) ? [.. queries.EnumerateArray().Select(query => query.GetUInt64())] : null,
            },
            new(Numbers(row.GetProperty("trained")), Weights("trainedWeights")), row);

        float[]? Weights(string member) => row.TryGetProperty(member, out var weights) ? Numbers(weights) : null;
    }

    static float[] Numbers(JsonElement array) => [.. array.EnumerateArray().Select(number => number.GetSingle())];

    static string Text(JsonElement row, string name) => row.GetProperty(name).GetString()!;
}
