namespace Kiln;

/// <summary>The learning algorithm of the default pipeline.</summary>
public enum Trainer
{
    /// <summary>Gradient-boosted trees, and beside them a linear model where rows are few and that predicts better. Needs a native library: it comes for x64 on Linux, Windows and macOS, and one that is installed is used elsewhere.</summary>
    LightGbm,

    /// <summary>
    /// A linear model over standardized numbers and one-hot categories: logistic regression, multinomial regression or ridge regression, with a
    /// penalty of half the squared weights, solved to its optimum. Managed code: trains on every platform, arm64 too, and to the same bytes.
    /// </summary>
    Linear,

    /// <summary>
    /// Gradient-boosted trees that train on every platform, arm64 too: ML.NET's own, with one yes-or-no model a class where there are more than
    /// two. Missing numbers count as the mean, and the trees are told that they were missing.
    /// </summary>
    FastTree,
}
