namespace Kiln.Host.Training;

/// <summary>
/// When to stop boosting: where the loss has not fallen for so long that it hardly will again. The more rounds the best one took, the longer
/// (AutoGluon's adaptive patience, which it found better than a fixed one).
/// </summary>
sealed class EarlyStopping
{
    const double Patience = 0.3;
    const int LeastPatience = 20;

    double _least = double.PositiveInfinity;
    int _rounds;

    /// <summary>The rounds after which the loss was least.</summary>
    public int Best { get; private set; } = 1;

    /// <returns>Whether to go on.</returns>
    public bool Add(double loss)
    {
        _rounds++;
        if (loss < _least)
            (_least, Best) = (loss, _rounds);
        return _rounds - Best < Patience * Best + LeastPatience;
    }
}
