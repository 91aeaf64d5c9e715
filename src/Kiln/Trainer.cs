namespace Kiln;

/// <summary>The learning algorithm of the default pipeline.</summary>
public enum Trainer
{
    /// <summary>Gradient-boosted trees. Needs a native library: x64 on Linux, Windows and macOS.</summary>
    LightGbm,

    /// <summary>A linear model over scaled features. Managed code: trains on every platform, arm64 too.</summary>
    Linear,
}
