namespace Kiln;

/// <summary>What contributions are counted in.</summary>
public enum ContributionUnit
{
    /// <summary>The label's own unit: the predicted number of a regression is the base value and the contributions.</summary>
    Label,

    /// <summary>
    /// The raw score: of a binary model its <c>Score</c>, before it becomes a probability (with LightGBM and linear models the logarithm of the odds);
    /// of several classes each class's own, before they are shares of 1; of a ranking its <c>Score</c>; of anomaly detection the logarithm of its <c>Score</c>.
    /// </summary>
    RawScore,

    /// <summary>The logarithm of the label: a predicted number is the exponential of the base value and the contributions.</summary>
    LogLabel,
}
