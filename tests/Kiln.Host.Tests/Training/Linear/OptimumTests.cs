using Kiln.Contracts.Models;
using Kiln.Host.Training.Linear;
using Microsoft.ML;
using Microsoft.ML.Data;

namespace Kiln.Host.Tests.Training.Linear;

/// <summary>
/// Held against what scikit-learn 1.2.1 and, where its stopping rule leaves digits open, Newton's method in NumPy gave for the same rows with a
/// penalty of 1.
/// </summary>
public class OptimumTests
{
    const double Close = 1e-8;

    [Fact]
    public void A_yes_or_no_is_logistic_regression() => AssertWeights(
        Weights.Fit(Labelled(sum => sum > 0.2 ? 1 : 0), new LogisticLoss()),
        [0.764993972992, -1.93555195815, 1.21331101895, -0.676136565196]);

    [Fact]
    public void Classes_are_multinomial_regression() => AssertWeights(
        Weights.Fit(Labelled(sum => sum < -1.5 ? 0 : sum < 0.5 ? 1 : 2), new SoftmaxLoss(3)),
        [-0.823147982945, 1.85160818274, -0.923083840309, -1.75641022658],
        [0.0720717611816, -0.0104768517368, -0.172893452778, 1.12145822659],
        [0.751076221763, -1.841131331, 1.09597729309, 0.634951999995]);

    [Fact]
    public void A_number_is_ridge_regression() => AssertWeights(
        Weights.Fit(Labelled(sum => 10 * sum + 3), new SquaredLoss()),
        [3.766079952758785, -9.646857396151255, 8.628295037111313, 2.617448321794429]);

    /// <summary>Rows of scikit-learn's <c>sample_weight</c>: each counts as often as it says.</summary>
    [Theory]
    [InlineData(TaskKind.BinaryClassification, 2)]
    [InlineData(TaskKind.MulticlassClassification, 3)]
    [InlineData(TaskKind.Regression, 0)]
    public void A_row_of_weight_2_is_that_row_twice_and_one_of_0_is_none(TaskKind task, int classes)
    {
        var rows = Rows(sum => classes > 0 ? Math.Clamp(Math.Floor(sum + 1), 0, classes - 1) : 10 * sum + 3).ToList();
        var weighed = rows.Select((row, i) => row with { Weight = i % 3 });
        var repeated = rows.SelectMany((row, i) => Enumerable.Repeat(row, i % 3));

        AssertWeights(LinearTraining.Fit(Read(weighed), task, classes), [.. LinearTraining.Fit(Read(repeated), task, classes).Select(weights => (double[])[.. weights.Values, weights.Bias])]);
    }

    static void AssertWeights(Weights[] actual, params double[][] expected) =>
        Assert.All(expected.Zip(actual), pair => Assert.All(
            pair.First.Zip([.. pair.Second.Values, pair.Second.Bias]), weight => Assert.Equal(weight.First, weight.Second, Close)));

    static Rows Labelled(Func<double, double> label) => Read(Rows(label));

    static Rows Read(IEnumerable<Example> rows) => Host.Training.Linear.Rows.Read(new MLContext().Data.LoadFromEnumerable(rows), "Features", "Label", sparse: 0, "Weight");

    static IEnumerable<Example> Rows(Func<double, double> label) => Enumerable.Range(0, 60).Select(i =>
    {
        var (a, b, c) = (i * 7 % 11 - 5.0, i * 5 % 13 / 4.0, i % 3 == 0 ? 1 : 0);
        return new Example { Features = [(float)a, (float)b, c], Label = (float)label(a * 0.4 - b + c + i * 37 % 17 / 8.0 - 1) };
    });

    sealed record Example
    {
        [VectorType(3)]
        public float[] Features { get; set; } = [];

        public float Label { get; set; }

        public float Weight { get; set; } = 1;
    }
}
