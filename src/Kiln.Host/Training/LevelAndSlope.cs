using Kiln.Contracts.Models;

namespace Kiln.Host.Training;

/// <summary>
/// Predictions of rows that are later than what was learnt, with the level and the slope that these rows bear out (Cox 1958, Platt 1999): of
/// the log-odds, of the logarithms of the classes' probabilities, or of the numbers. The share of a class, or the mean, moves with time (late
/// flights: 27 % of one week, 14 % of the next), which no tree can know; a loss that counts it is least where the trees say next to nothing.
/// </summary>
/// <param name="Predictions">See <see cref="Boosters.GrowingBooster.Predict"/>.</param>
/// <param name="Slope">From 0, where nothing that was learnt still holds, to 1.</param>
readonly record struct LevelAndSlope(double[] Predictions, double Slope)
{
    const int Steps = 25;
    const double Precision = 1e-7;

    public static LevelAndSlope Find(ReadOnlySpan<double> predictions, float[] labels, float[] weights, TaskKind task) => task switch
    {
        TaskKind.BinaryClassification => OfProbabilities(predictions, labels, weights),
        TaskKind.MulticlassClassification => OfClasses(predictions, labels, weights),
        _ => OfNumbers(predictions, labels, weights),
    };

    /// <summary>A line of least squares.</summary>
    static LevelAndSlope OfNumbers(ReadOnlySpan<double> predictions, float[] labels, float[] weights)
    {
        var (weight, predicted, actual) = (0.0, 0.0, 0.0);
        for (var row = 0; row < labels.Length; row++)
        {
            weight += weights[row];
            predicted += weights[row] * predictions[row];
            actual += weights[row] * labels[row];
        }
        (predicted, actual) = (predicted / weight, actual / weight);
        var (variance, covariance) = (0.0, 0.0);
        for (var row = 0; row < labels.Length; row++)
        {
            var distance = predictions[row] - predicted;
            variance += weights[row] * distance * distance;
            covariance += weights[row] * distance * (labels[row] - actual);
        }
        var slope = variance > 0 ? Math.Clamp(covariance / variance, 0, 1) : 1;
        var moved = new double[labels.Length];
        for (var row = 0; row < moved.Length; row++)
            moved[row] = actual + slope * (predictions[row] - predicted);
        return new(moved, slope);
    }

    /// <summary>Newton's method, with the level alone where the slope is at its end.</summary>
    static LevelAndSlope OfProbabilities(ReadOnlySpan<double> predictions, float[] labels, float[] weights)
    {
        var odds = new double[labels.Length];
        var (weight, mean) = (0.0, 0.0);
        for (var row = 0; row < odds.Length; row++)
        {
            var probability = Math.Clamp(predictions[row], JudgedRows.LeastProbability, 1 - JudgedRows.LeastProbability);
            odds[row] = Math.Log(probability / (1 - probability));
            weight += weights[row];
            mean += weights[row] * odds[row];
        }
        mean /= weight;
        var (moved, level, slope) = (new double[labels.Length], mean, 1.0);
        for (var step = 0; step < Steps; step++)
        {
            var (byLevel, bySlope, levels, both, slopes) = (0.0, 0.0, 0.0, 0.0, 0.0);
            for (var row = 0; row < odds.Length; row++)
            {
                var distance = odds[row] - mean;
                var probability = moved[row] = 1 / (1 + Math.Exp(-level - slope * distance));
                var error = weights[row] * ((labels[row] > 0 ? 1 : 0) - probability);
                var certainty = weights[row] * probability * (1 - probability);
                byLevel += error;
                bySlope += error * distance;
                levels += certainty;
                both += certainty * distance;
                slopes += certainty * distance * distance;
            }
            var atEnd = slope >= 1 && bySlope >= 0 || slope <= 0 && bySlope <= 0;
            if (levels <= 0 || Math.Abs(byLevel) + (atEnd ? 0 : Math.Abs(bySlope)) <= Precision * weight)
                break;
            var determinant = levels * slopes - both * both;
            if (atEnd || determinant <= Precision * levels * slopes)
            {
                level += Math.Clamp(byLevel / levels, -1, 1);
                continue;
            }
            level += Math.Clamp((slopes * byLevel - both * bySlope) / determinant, -1, 1);
            slope = Math.Clamp(slope + (levels * bySlope - both * byLevel) / determinant, 0, 1);
        }
        return new(moved, slope);
    }

    /// <summary>A factor for each class, until each has its share (iterative proportional fitting), and by turns a step of Newton's for the slope.</summary>
    static LevelAndSlope OfClasses(ReadOnlySpan<double> predictions, float[] labels, float[] weights)
    {
        var (rows, classes) = (labels.Length, predictions.Length / labels.Length);
        var (logs, moved, levels, shares) = (new double[predictions.Length], new double[predictions.Length], new double[classes], new double[classes]);
        for (var i = 0; i < logs.Length; i++)
            logs[i] = Math.Log(Math.Max(predictions[i], JudgedRows.LeastProbability));
        var weight = 0.0;
        for (var row = 0; row < rows; row++)
        {
            shares[(int)labels[row]] += weights[row];
            weight += weights[row];
        }
        var slope = 1.0;
        for (var step = 0; step < Steps; step++)
        {
            var (gradient, curvature) = (0.0, 0.0);
            var predicted = new double[classes];
            for (var row = 0; row < rows; row++)
            {
                var sum = 0.0;
                for (var c = 0; c < classes; c++)
                    sum += moved[c * rows + row] = Math.Exp(levels[c] + slope * logs[c * rows + row]);
                var (first, second) = (0.0, 0.0);
                for (var c = 0; c < classes; c++)
                {
                    var (probability, log) = (moved[c * rows + row] /= sum, logs[c * rows + row]);
                    predicted[c] += weights[row] * probability;
                    first += probability * log;
                    second += probability * log * log;
                }
                gradient += weights[row] * (logs[(int)labels[row] * rows + row] - first);
                curvature += weights[row] * (second - first * first);
            }
            var atEnd = slope >= 1 && gradient >= 0 || slope <= 0 && gradient <= 0;
            var off = 0.0;
            for (var c = 0; c < classes; c++)
                off += Math.Abs(predicted[c] - shares[c]);
            if (off + (atEnd ? 0 : Math.Abs(gradient)) <= 1e-4 * weight)
                break;
            // A class that none of the rows has keeps what half a row counts.
            var half = 0.5 * weight / rows;
            for (var c = 0; c < classes; c++)
                levels[c] += Math.Log(Math.Max(shares[c], half) / Math.Max(predicted[c], half));
            if (!atEnd && curvature > 0)
                slope = Math.Clamp(slope + gradient / curvature, 0, 1);
        }
        return new(moved, slope);
    }
}
