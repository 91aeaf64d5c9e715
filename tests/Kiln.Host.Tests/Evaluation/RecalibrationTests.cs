using Kiln.Contracts.Metrics;
using Kiln.Contracts.Models;
using Kiln.Host.Evaluation;

namespace Kiln.Host.Tests.Evaluation;

/// <summary>Against numpy: the same 200 rows, scipy's minimum of the likelihood, and the sandwich of matrices (benchmarks/quality/reference-recalibration.py).</summary>
public class RecalibrationTests
{
    const int Rows = 200;

    [Theory]
    [InlineData(TaskKind.BinaryClassification, false, 0.49657306, 0.27718039, 0.71596573, 0.38728982, 0.08320797, 0.69137167)]
    [InlineData(TaskKind.BinaryClassification, true, 0.51527617, 0.29311669, 0.73743564, 0.39653555, 0.06481393, 0.72825717)]
    [InlineData(TaskKind.Regression, false, 0.70701835, 0.67936985, 0.73466685, 4.76992779, 4.0078074, 5.53204818)]
    [InlineData(TaskKind.Regression, true, 0.70458472, 0.67488207, 0.73428737, 4.8352273, 4.01023397, 5.66022064)]
    [InlineData(TaskKind.MulticlassClassification, false, 0.42979543, 0.26176137, 0.59782948, double.NaN, double.NaN, double.NaN)]
    [InlineData(TaskKind.MulticlassClassification, true, 0.46718667, 0.2907606, 0.64361273, double.NaN, double.NaN, double.NaN)]
    public void Slope_and_intercept_are_those_of_numpy(TaskKind task, bool weighed, double slope, double low, double high, double intercept, double interceptLow, double interceptHigh)
    {
        var fitted = Recalibration.Fit(Draw(task, weighed))!;

        AssertNear(new(slope, low, high), fitted.Slope);
        AssertNear(new(intercept, interceptLow, interceptHigh), fitted.Intercept);
    }

    [Fact]
    public void A_handful_of_rows_one_class_and_perfect_separation_have_none()
    {
        Assert.Null(Recalibration.Fit(Draw(TaskKind.Regression, false).Take(..99)));
        Assert.Null(Recalibration.Fit(Draw(TaskKind.BinaryClassification, false) with { Label = new float[Rows] }));
        var perfect = Draw(TaskKind.BinaryClassification, false);
        Assert.Null(Recalibration.Fit(perfect with { Label = [.. perfect.Scores.Select(scores => scores[1] > 0.5f ? 1f : 0)] }));
        Assert.Null(Recalibration.Fit(Draw(TaskKind.Regression, false) with { Scores = [.. Enumerable.Repeat(new[] { 3f }, Rows)] }));
    }

    static Predictions Draw(TaskKind task, bool weighed)
    {
        var (label, scores) = (new float[Rows], new float[Rows][]);
        for (var i = 0; i < Rows; i++)
        {
            var (p, u) = ((float)((i * 37 % 199 + 0.5) / 199), (i * 61 % 197 + 0.5) / 197);
            switch (task)
            {
                case TaskKind.BinaryClassification:
                    (scores[i], label[i]) = ([0, p], u < 1 / (1 + Math.Exp(-(0.3 + 0.6 * Math.Log(p / (1.0 - p))))) ? 1 : 0);
                    break;
                case TaskKind.MulticlassClassification:
                    (scores[i], label[i]) = ([p, (float)((1.0 - p) * 0.25), (float)((1.0 - p) * 0.75)], u < 0.2 + 0.5 * p ? 0 : u < 0.35 + 0.55 * p ? 1 : 2);
                    break;
                default:
                    scores[i] = [10 + 50 * p];
                    label[i] = (float)(5 + 0.7 * scores[i][0] + scores[i][0] * (u - 0.5) / 4);
                    break;
            }
        }
        return new(task, label, scores) { Weights = weighed ? [.. Enumerable.Range(0, Rows).Select(i => 1f + i % 3)] : null };
    }

    static void AssertNear(MetricValue expected, MetricValue actual)
    {
        Assert.Equal(expected.Value, actual.Value, 4);
        Assert.Equal(expected.Low, actual.Low, 4);
        Assert.Equal(expected.High, actual.High, 4);
    }
}
