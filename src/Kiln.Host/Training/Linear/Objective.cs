namespace Kiln.Host.Training.Linear;

/// <summary>
/// What a linear model makes small: the sum of its losses, each times its row's weight, and half the squares of its weights, not of its biases. That is ridge regression
/// with a penalty of 1, and logistic regression with C = 1. Sums run over the rows in order, in double precision, one addition after the
/// other: nothing here may become a vector's, because its width is the processor's.
/// </summary>
/// <param name="rows">The training rows.</param>
/// <param name="loss">What is wrong with scores.</param>
sealed class Objective(Rows rows, ILoss loss)
{
    /// <summary>
    /// Of features that few rows have: with 1, a word has to be in dozens of texts before it counts. Of 1, 0.3, 0.1 and 0.03 this was the best
    /// for titles, and as good as any for messages.
    /// </summary>
    const double PenaltyOfSparse = 0.1;

    // An output's weights, and its bias behind them.
    readonly int _stride = rows.Width + 1;
    readonly double[] _scores = new double[loss.Outputs];

    /// <summary>How many numbers are sought.</summary>
    public int Size => _stride * loss.Outputs;

    /// <summary>How large slopes are before anything is known, by their order.</summary>
    public double Scale { get; } = rows.Count == 0 ? 1 : rows.Weights.Sum();

    /// <param name="parameters">Where to look.</param>
    /// <param name="slopes">Receives the slopes there.</param>
    /// <returns>The value there.</returns>
    public double At(double[] parameters, double[] slopes)
    {
        var sum = 0.0;
        for (var i = 0; i < parameters.Length; i++)
        {
            slopes[i] = parameters[i] * Penalty(i % _stride);
            sum += parameters[i] * slopes[i] / 2;
        }
        for (var row = 0; row < rows.Count; row++)
        {
            Score(row, parameters);
            sum += rows.Weights[row] * loss.Apply(_scores, rows.Labels[row]);
            AddSlopes(row, slopes);
        }
        return sum;
    }

    double Penalty(int slot) => slot == rows.Width ? 0 : slot < rows.FirstSparse ? 1 : PenaltyOfSparse;

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
            var slope = rows.Weights[row] * _scores[output];
            for (var i = 0; i < slots.Length; i++)
                of[slots[i]] += slope * values[i];
            of[^1] += slope;
        }
    }
}
