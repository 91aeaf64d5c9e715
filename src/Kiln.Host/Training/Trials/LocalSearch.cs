namespace Kiln.Host.Training.Trials;

/// <summary>
/// FLOW2, a randomized direct search (Wu, Wang and Huang, Frugal Optimization for Cost-related Hyperparameters, AAAI 2021): one step in a
/// direction by chance and one in the opposite; the step gets shorter where nothing near is better, and long again where it is too short to
/// matter. It needs no model of the losses, so a trial costs what its training does.
/// </summary>
sealed class LocalSearch(int dimensions, double[] start, Random random)
{
    const double LongestStep = 0.35;
    const double ShortestStep = 0.03;
    const double Shortening = 0.7;

    double[] _best = start;
    double _step = LongestStep;
    int _misses;

    /// <summary>The next two points to try, which do not depend on each other.</summary>
    public IReadOnlyList<double[]> Next()
    {
        var direction = Direction();
        return [Step(direction, 1), Step(direction, -1)];
    }

    /// <summary>Which of the two is the best point so far; null where neither is.</summary>
    public void Tell(double[]? best)
    {
        if (best is not null)
        {
            (_best, _misses) = (best, 0);
            return;
        }
        if (++_misses < dimensions)
            return;
        (_step, _misses) = (_step * Shortening, 0);
        if (_step < ShortestStep)
            _step = LongestStep;
    }

    double[] Step(double[] direction, int sign) => [.. _best.Zip(direction, (place, part) => Math.Clamp(place + sign * _step * part, 0, 1))];

    /// <summary>All directions are as likely.</summary>
    double[] Direction()
    {
        var direction = Enumerable.Range(0, dimensions).Select(_ => Math.Sqrt(-2 * Math.Log(1 - random.NextDouble())) * Math.Cos(2 * Math.PI * random.NextDouble())).ToArray();
        var length = Math.Sqrt(direction.Sum(part => part * part));
        return [.. direction.Select(part => part / length)];
    }
}
