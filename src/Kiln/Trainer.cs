namespace Kiln;

/// <summary>The learning algorithm of the default pipeline.</summary>
public enum Trainer
{
    /// <summary>Gradient-boosted trees. Needs a native library: x64 on Linux, Windows and macOS.</summary>
    LightGbm,

    /// <summary>
    /// A linear model over standardized numbers and one-hot categories: logistic regression, multinomial regression or ridge regression, with a
    /// penalty of half the squared weights, solved to its optimum. Managed code: trains on every platform, arm64 too, and to the same bytes.
    /// </summary>
    Linear,
}
