namespace Kiln.Host.Training.Linear;

/// <summary>
/// What a linear model makes small: the sum of its losses and half the squares of its weights, not of its biases. That is ridge regression
/// with a penalty of 1, and logistic regression with C = 1. Sums run over the rows in order, in double precision, one addition after the
/// other: nothing here may become a vector's, because its width is the processor's.
/// </summary>
/// <param name="rows">The training rows.</param>
/// <param name="loss">What is wrong with scores.</param>
sealed class Objective(Rows rows, ILoss loss)
{
    // An output's weights, and its bias behind them.
    readonly int _stride = rows.Width + 1;
    readonly double[] _scores = new double[loss.Outputs];

    /// <summary>How many numbers are sought.</summary>
    public int Size => _stride * loss.Outputs;

    /// <summary>How large slopes are before anything is known, by their order.</summary>
    public double Scale => Math.Max(1, rows.Count);

    /// <param name="parameters">Where to look.</param>
    /// <param name="slopes">Receives the slopes there.</param>
    /// <returns>The value there.</returns>
    public double At(double[] parameters, double[] slopes)
    {
        var sum = 0.0;
        for (var i = 0; i < parameters.Length; i++)
        {
            slopes[i] = i % _stride < rows.Width ? parameters[i] : 0;
            sum += slopes[i] * slopes[i] / 2;
        }
        for (var row = 0; row < rows.Count; row++)
        {
            Score(row, parameters);
            sum += loss.Apply(_scores, rows.Labels[row]);
            AddSlopes(row, slopes);
        }
        return sum;
    }

    void Score(int row, double[] parameters)
    {
        var slots = rows.Slots(row);
        var values = rows.Values(row);
        for (var output = 0; output < _scores.Length; output++)
        {
            var of = parameters.AsSpan(output * _stride, _stride);
            var score = of[^1];
            for (var i = 0; i < slots.Length; i++)
                score += of[slots[i]] * values[i];
            _scores[output] = score;
        }
    }

    void AddSlopes(int row, double[] slopes)
    {
        var slots = rows.Slots(row);
        var values = rows.Values(row);
        for (var output = 0; output < _scores.Length; output++)
        {
            var of = slopes.AsSpan(output * _stride, _stride);
            var slope = _scores[output];
            for (var i = 0; i < slots.Length; i++)
                of[slots[i]] += slope * values[i];
            of[^1] += slope;
        }
    }
}
