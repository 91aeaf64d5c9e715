using Kiln.Contracts.Metrics;
using Kiln.Contracts.Models;

namespace Kiln.Host.Evaluation;

/// <summary>
/// The line from predictions to what came true (Cox, 1958; Van Calster et al., Calibration: the Achilles heel of predictive analytics, 2019): a slope
/// below 1 says that predictions are too far apart, as those of an overfitted model are, and one above 1 that they are too close together. Of two
/// classes it is the logistic regression of the label on the logit of the probability, of more the power that probabilities are taken to (the inverse
/// of Guo et al.'s temperature, 2017), of numbers the regression of the label on the prediction. Intervals are Wald's, with the sandwich variance
/// (Huber, 1967), which is right for weights and for errors of any spread too.
/// </summary>
/// <param name="Slope">1 where predictions are as far apart as they should be.</param>
/// <param name="Intercept">0 where they are right on average; of two classes in logits, of a number in its unit. NaN of more than two classes.</param>
sealed record Recalibration(MetricValue Slope, MetricValue Intercept)
{
    /// <summary>Of fewer rows a slope says little, and its interval is too narrow.</summary>
    const int FewestRows = 100;

    /// <summary>Of either class, as <see cref="Support.Fewest"/> twice over: the rarer one decides how much the rows say.</summary>
    const int FewestOfClass = 20;

    /// <summary>Where every row is predicted right there is no best slope: it only grows.</summary>
    const double Steepest = 20;

    const int MostSteps = 50;

    /// <summary>Of the normal distribution, for 95 %.</summary>
    const double Quantile = 1.959963984540054;

    /// <summary>Probabilities are kept this far from 0 and 1: in single precision there is none between.</summary>
    const double Closest = 1e-7;

    /// <returns>Null where there are too few rows, or no line.</returns>
    public static Recalibration? Fit(Predictions predictions)
    {
        var rows = Enumerable.Range(0, predictions.Label.Length).Where(row => predictions.WeightOf(row) > 0).ToArray();
        if (rows.Length < FewestRows || NoMetrics.Unanswered(predictions) > 0)
            return null;
        var weights = Array.ConvertAll(rows, predictions.WeightOf);
        switch (predictions.Task)
        {
            case TaskKind.BinaryClassification when Math.Min(rows.Count(row => predictions.Label[row] > 0), rows.Count(row => predictions.Label[row] <= 0)) >= FewestOfClass:
                return Line(Array.ConvertAll(rows, row => Logit(predictions.Scores[row][1])), Array.ConvertAll(rows, row => predictions.Label[row] > 0 ? 1.0 : 0), weights, isLogistic: true);
            case TaskKind.MulticlassClassification when Array.TrueForAll(rows, row => Array.TrueForAll(predictions.Scores[row], score => score is >= 0 and <= 1)):
                return Power(Array.ConvertAll(rows, row => Array.ConvertAll(predictions.Scores[row], score => Math.Log(Math.Max(score, Closest)))), Array.ConvertAll(rows, row => (int)predictions.Label[row]), weights);
            case TaskKind.Regression:
                return Line(Array.ConvertAll(rows, row => (double)predictions.Scores[row][0]), Array.ConvertAll(rows, row => (double)predictions.Label[row]), weights, isLogistic: false);
            default:
                return null;
        }
    }

    /// <summary>By Newton's steps, of which a straight line takes one. Predictions are centred, or the two numbers would hardly be told apart.</summary>
    static Recalibration? Line(double[] said, double[] label, double[] weights, bool isLogistic)
    {
        var centre = said.Zip(weights, (x, w) => w * x).Sum() / weights.Sum();
        var share = label.Zip(weights, (y, w) => w * y).Sum() / weights.Sum();
        // From the flat line: at a slope of 1 saturated probabilities have next to no curvature, and the first step of those that need it most goes astray.
        double level = isLogistic ? Logit(share) : 0, slope = 0;
        for (var step = 0; step < MostSteps; step++)
        {
            double a = 0, b = 0, c = 0, first = 0, second = 0, aa = 0, bb = 0, cc = 0;
            for (var i = 0; i < said.Length; i++)
            {
                var x = said[i] - centre;
                var mean = level + slope * x;
                var curvature = 1.0;
                if (isLogistic)
                {
                    mean = 1 / (1 + Math.Exp(-mean));
                    curvature = mean * (1 - mean);
                }
                var (w, pull) = (weights[i] * curvature, weights[i] * (label[i] - mean));
                (a, b, c) = (a + w, b + w * x, c + w * x * x);
                (first, second) = (first + pull, second + pull * x);
                (aa, bb, cc) = (aa + pull * pull, bb + pull * pull * x, cc + pull * pull * x * x);
            }
            var determinant = a * c - b * b;
            if (!(determinant > 1e-12 * a * c))
                return null;
            var (up, steeper) = ((c * first - b * second) / determinant, (a * second - b * first) / determinant);
            if (Math.Abs(up) + Math.Abs(steeper) > 1e-9 * (1 + Math.Abs(level) + Math.Abs(slope)))
            {
                (level, slope) = (level + up, slope + steeper);
                if (isLogistic && !(Math.Abs(slope) < Steepest))
                    return null;
                continue;
            }
            var few = said.Length / (said.Length - 2.0);
            var ofSlope = few * (b * b * aa - 2 * a * b * bb + a * a * cc) / (determinant * determinant);
            var ofLevel = few * (c * c * aa - 2 * b * c * bb + b * b * cc) / (determinant * determinant);
            var together = few * (-b * c * aa + (a * c + b * b) * bb - a * b * cc) / (determinant * determinant);
            return new(Interval(slope, ofSlope), Interval(level - slope * centre, ofLevel - 2 * centre * together + centre * centre * ofSlope));
        }
        return null;
    }

    static Recalibration? Power(double[][] logs, int[] label, double[] weights)
    {
        var power = 1.0;
        for (var step = 0; step < MostSteps; step++)
        {
            double pulls = 0, curvature = 0, squares = 0;
            for (var i = 0; i < logs.Length; i++)
            {
                var largest = power * logs[i].Max();
                double all = 0, mean = 0, square = 0;
                foreach (var log in logs[i])
                {
                    var share = Math.Exp(power * log - largest);
                    (all, mean, square) = (all + share, mean + share * log, square + share * log * log);
                }
                mean /= all;
                var pull = weights[i] * (logs[i][label[i]] - mean);
                (pulls, curvature, squares) = (pulls + pull, curvature + weights[i] * (square / all - mean * mean), squares + pull * pull);
            }
            if (!(curvature > 0))
                return null;
            if (Math.Abs(pulls / curvature) > 1e-9 * (1 + power))
            {
                // The likelihood is concave: half a step back from where a long one went too far is enough.
                power = Math.Max(power / 2, power + pulls / curvature);
                if (!(power < Steepest))
                    return null;
                continue;
            }
            return new(Interval(power, squares / (curvature * curvature) * logs.Length / (logs.Length - 1.0)), new(double.NaN, double.NaN, double.NaN));
        }
        return null;
    }

    static MetricValue Interval(double value, double variance)
    {
        var half = Quantile * Math.Sqrt(variance);
        return new(Rounding.Significant(value), Rounding.At(value - half, value), Rounding.At(value + half, value));
    }

    static double Logit(double probability) => Math.Clamp(probability, Closest, 1 - Closest) is var p ? Math.Log(p / (1 - p)) : 0;
}
