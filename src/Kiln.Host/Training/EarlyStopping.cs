namespace Kiln.Host.Training;

/// <summary>
/// When to stop boosting: where nothing worth a round has been gained for so long that it hardly will be again; the more rounds the best one
/// took, the longer (AutoGluon's adaptive patience). The figures lost least on the datasets of benchmarks/quality: without a least gain, rows
/// that can be told apart without an error would ask for a thousand rounds.
/// </summary>
sealed class EarlyStopping
{
    const double Patience = 0.2;
    const int LeastPatience = 20;

    /// <summary>Of all that was gained since the first round.</summary>
    const double LeastGain = 0.001;

    double _first = double.NaN;
    double _least = double.PositiveInfinity;
    int _rounds;

    /// <summary>The last round that gained something.</summary>
    public int Best { get; private set; } = 1;

    /// <returns>Whether to go on.</returns>
    public bool Add(double loss)
    {
        if (_rounds++ == 0)
            _first = loss;
        if (loss < _least - LeastGain * (_first - loss))
            (_least, Best) = (loss, _rounds);
        return _rounds - Best < Patience * Best + LeastPatience;
    }
}
