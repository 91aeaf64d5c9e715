using Kiln.Contracts.Models;
using Kiln.Host.Evaluation;
using Kiln.Host.Reports.Figures;

namespace Kiln.Host.Tests.Reports;

/// <summary>
/// Figures against what scikit-learn 1.2.1, NumPy and SciPy give for the same predictions: <c>roc_curve(drop_intermediate=False)</c>,
/// <c>precision_recall_curve</c>, <c>confusion_matrix</c>, <c>precision_recall_fscore_support</c> (all with <c>sample_weight</c> where there
/// are weights), <c>numpy.quantile</c> and <c>binomtest(..).proportion_ci("wilson")</c>.
/// </summary>
public class FigureTests
{
    /// <summary>Figures keep six digits.</summary>
    const double Tolerance = 1e-5;

    [Fact]
    public void A_roc_curve_is_scikit_learns() => AssertPoints(
        [
            (0, 0), (0, 0.0930233), (0, 0.186047), (0.0277778, 0.255814), (0.0277778, 0.372093), (0.0555556, 0.395349), (0.0555556, 0.511628), (0.0833333, 0.55814),
            (0.166667, 0.627907), (0.194444, 0.674419), (0.222222, 0.744186), (0.222222, 0.837209), (0.333333, 0.837209), (0.416667, 0.883721), (0.472222, 0.883721),
            (0.555556, 0.930233), (0.583333, 0.976744), (0.75, 0.976744), (0.833333, 0.976744), (0.944444, 0.976744), (1, 1),
        ],
        Binary(FigureKind.RocCurve));

    [Fact]
    public void Precision_and_recall_are_scikit_learns() => AssertPoints(
        [
            (0.0930233, 1), (0.186047, 1), (0.255814, 0.916667), (0.372093, 0.941176), (0.395349, 0.894737), (0.511628, 0.916667), (0.55814, 0.888889), (0.627907, 0.818182),
            (0.674419, 0.805556), (0.744186, 0.8), (0.837209, 0.818182), (0.837209, 0.75), (0.883721, 0.716981), (0.883721, 0.690909), (0.930233, 0.666667),
            (0.976744, 0.666667), (0.976744, 0.608696), (0.976744, 0.583333), (0.976744, 0.552632), (1, 0.544304),
        ],
        Binary(FigureKind.PrecisionRecallCurve));

    [Theory]
    [InlineData(0.25, 0.666667, 0.930233, 0.776699, 0.759494, 40.0, 20.0, 3.0, 16.0)]
    [InlineData(0.5, 0.8, 0.744186, 0.771084, 0.506329, 32.0, 8.0, 11.0, 28.0)]
    [InlineData(0.75, 0.894737, 0.395349, 0.548387, 0.240506, 17.0, 2.0, 26.0, 34.0)]
    public void A_threshold_gives_what_scikit_learn_says(params double[] expected) =>
        AssertEqual(expected, Binary(FigureKind.Thresholds).Rows.Single(row => row.Name.Length == 0 && row.Values[0] == expected[0]).Values);

    [Fact]
    public void The_models_own_threshold_is_in_the_table()
    {
        var own = Binary(FigureKind.Thresholds).Rows[^1];

        Assert.Equal(BinaryFigures.OwnThreshold, own.Name);
        AssertEqual([0.6, .. Count(0.6)], [own.Values[0], .. own.Values[5..]]);
    }

    /// <summary>At the end of each step of the ROC curve, which is known, and half-way between two.</summary>
    [Fact]
    public void The_gain_of_a_share_of_the_rows_lies_on_the_curve()
    {
        var (curve, lift) = (Binary(FigureKind.RocCurve), Binary(FigureKind.Lift));

        foreach (var point in lift.Rows.Skip(1))
        {
            var ends = curve.Rows.Select(row => (Rows: (36 * row.Values[0] + 43 * row.Values[1]) / 79, Found: row.Values[1])).ToList();
            var next = ends.First(end => end.Rows >= point.Values[0] - 1e-5);
            var before = ends.Last(end => end.Rows < point.Values[0]);
            Assert.Equal(before.Found + (point.Values[0] - before.Rows) / (next.Rows - before.Rows) * (next.Found - before.Found), point.Values[1], Tolerance);
            Assert.Equal(point.Values[1] / point.Values[0], point.Values[2], 2 * Tolerance);
        }
    }

    [Fact]
    public void Thousands_of_scores_make_no_more_than_two_hundred_points_of_the_same_area()
    {
        var random = new Random(5);
        var rows = Enumerable.Range(0, 20_000).Select(_ => random.NextDouble()).Select(p => (Label: random.NextDouble() < p ? 1f : 0, Score: (float)p)).ToList();
        var predictions = new Predictions(TaskKind.BinaryClassification, [.. rows.Select(row => row.Label)], [.. rows.Select(row => (float[])[row.Score, row.Score])]);

        var curve = BinaryFigures.Measure(predictions).First(figure => figure.Kind == FigureKind.RocCurve).Rows;

        Assert.InRange(curve.Count, 100, Figure.MostPoints);
        Assert.Equal([0, 0, 1, 1], [.. curve[0].Values[..2], .. curve[^1].Values[..2]]);
        var area = curve.Zip(curve.Skip(1), (a, b) => (b.Values[0] - a.Values[0]) * (a.Values[1] + b.Values[1]) / 2).Sum();
        Assert.Equal(Metrics.Create(predictions).Measure()[0], area, 1e-3);
    }

    [Fact]
    public void A_confusion_matrix_is_scikit_learns()
    {
        var figures = MulticlassFigures.Measure(Multiclass(), ["a", "b", "c"]).ToList();

        // By mistakes: c has 8, a 7, b 5.
        var confusion = figures.Single(figure => figure.Kind == FigureKind.Confusion);
        Assert.Equal(["c", "a", "b"], confusion.Columns);
        Assert.Equal([("c", "10 3 0"), ("a", "2 10 2"), ("b", "3 0 10")], confusion.Rows.Select(row => (row.Name, string.Join(' ', row.Values))));
        var classes = figures.Single(figure => figure.Kind == FigureKind.Classes).Rows.ToDictionary(row => row.Name, row => row.Values);
        AssertEqual([0.7692308, 0.7142857, 0.7407407, 14], classes["a"]);
        AssertEqual([0.8333333, 0.7692308, 0.8, 13], classes["b"]);
        AssertEqual([0.6666667, 0.7692308, 0.7142857, 13], classes["c"]);
    }

    [Fact]
    public void Of_many_classes_the_rest_is_one()
    {
        var labels = Enumerable.Range(0, 400).Select(row => row % 20).ToArray();
        var scores = labels.Select((label, row) => Enumerable.Range(0, 20).Select(c => c == (row % 7 == 0 ? (label + 1) % 20 : label) ? 1f : 0).ToArray()).ToArray();

        var confusion = MulticlassFigures.Measure(new(TaskKind.MulticlassClassification, [.. labels.Select(label => (float)label)], scores), [.. labels[..20].Select(label => $"c{label}")])
            .Single(figure => figure.Kind == FigureKind.Confusion);

        Assert.Equal(12, confusion.Rows.Count);
        Assert.Equal("9 other classes", confusion.Columns[^1]);
        Assert.Equal(400, confusion.Rows.Sum(row => row.Values.Sum()));
    }

    [Fact]
    public void Errors_by_tenth_are_numpys_quantiles()
    {
        var tenths = RegressionFigures.Measure(Regression(), 0.8).ToDictionary(figure => figure.Kind)[FigureKind.Residuals].Rows;

        Assert.Equal(10, tenths.Count);
        AssertEqual([-0.75, 2.175, 0.985, 1.01, -0.75, -0.53125, -0.125, 0.375, 0.875, 20], tenths[0].Values);
        AssertEqual([18.2, 21.05, 19.3675, 18.88, -0.38125, 0.125, 0.5625, 1, 1.25, 20], tenths[^1].Values);
    }

    [Fact]
    public void Every_row_is_in_one_cell_and_in_one_bin()
    {
        var figures = RegressionFigures.Measure(Regression(), null).ToDictionary(figure => figure.Kind);

        Assert.Equal(200, figures[FigureKind.PredictedAgainstActual][4].Sum());
        Assert.Equal(200, figures[FigureKind.Errors][2].Sum());
        Assert.Equal((-0.75, 1.25), (figures[FigureKind.Errors].Rows[0].Values[0], figures[FigureKind.Errors].Rows[^1].Values[1]));
        Assert.False(figures.ContainsKey(FigureKind.Coverage));
    }

    [Fact]
    public void The_interval_of_a_share_is_scipys()
    {
        var interval = WilsonInterval.Of(0.85, 20);

        // With 1.96 in place of 1.959964.
        Assert.Equal((0.6395811, 0.9476313), (interval.Low, interval.High), (a, b) => Math.Abs(a.Item1 - b.Item1) + Math.Abs(a.Item2 - b.Item2) < 1e-5);
    }

    static Figure Binary(FigureKind kind) => BinaryFigures.Measure(BinaryPredictions()).Single(figure => figure.Kind == kind);

    static Predictions BinaryPredictions() => new(TaskKind.BinaryClassification,
        [.. Enumerable.Range(0, 40).Select(row => row * 13 % 40 / 40.0 < Probability(row) ? 1f : 0)],
        [.. Enumerable.Range(0, 40).Select(row => (float[])[(float)Probability(row) - 0.5f, (float)Probability(row)])])
    {
        Weights = [.. Enumerable.Range(0, 40).Select(row => 1f + row % 3)],
        Threshold = 0.6,
    };

    static double Probability(int row) => (row * 37 % 40 / 2 + 0.5) / 20;

    /// <summary>True and false positives, false and true negatives, counted one by one.</summary>
    static double[] Count(double threshold)
    {
        var counts = new double[4];
        for (var row = 0; row < 40; row++)
            counts[(Probability(row) >= threshold, row * 13 % 40 / 40.0 < Probability(row)) switch { (true, true) => 0, (true, false) => 1, (false, true) => 2, _ => 3 }] += 1 + row % 3;
        return counts;
    }

    static Predictions Multiclass()
    {
        var said = Enumerable.Range(0, 40).Select(row => row % 13 == 0 ? 2 : row * 11 % 5 == 0 ? (row * 7 % 3 + 1) % 3 : row * 7 % 3);
        return new(TaskKind.MulticlassClassification, [.. Enumerable.Range(0, 40).Select(row => (float)(row * 7 % 3))],
            [.. said.Select(c => Enumerable.Range(0, 3).Select(score => score == c ? 0.8f : 0.1f).ToArray())]);
    }

    static Predictions Regression()
    {
        var actual = Enumerable.Range(0, 200).Select(row => row * 73 % 200 / 10.0).ToList();
        return new(TaskKind.Regression, [.. actual.Select(value => (float)value)],
            [.. actual.Select((value, row) => (float)(value + (row * 29 % 17 - 6) / 8.0)).Select(value => (float[])[value, value - 1, value + 1])]);
    }

    static void AssertPoints((double X, double Y)[] expected, Figure actual)
    {
        Assert.Equal(expected.Length, actual.Rows.Count);
        Assert.All(expected.Zip(actual.Rows), pair => AssertEqual([pair.First.X, pair.First.Y], pair.Second.Values[..2]));
    }

    static void AssertEqual(double[] expected, double[] actual)
    {
        Assert.Equal(expected.Length, actual.Length);
        Assert.All(expected.Zip(actual), pair => Assert.Equal(pair.First, pair.Second, Tolerance * Math.Max(1, Math.Abs(pair.First))));
    }
}
