namespace Kiln;

/// <summary>Measures of a model's quality on held-out rows. Names and definitions are ML.NET's own.</summary>
public enum Metric
{
    /// <summary>Binary: the chance that a positive row scores above a negative one; 0 to 1, 0.5 is guessing, higher is better.</summary>
    AreaUnderRocCurve,

    /// <summary>Binary: area under precision over recall; 0 to 1, the positive share is guessing, higher is better.</summary>
    AreaUnderPrecisionRecallCurve,

    /// <summary>Binary: share of rows labelled right; 0 to 1, higher is better.</summary>
    Accuracy,

    /// <summary>Binary: harmonic mean of <see cref="PositivePrecision"/> and <see cref="PositiveRecall"/>; 0 to 1, higher is better.</summary>
    F1Score,

    /// <summary>Binary: share of rows predicted positive that are; 0 to 1, higher is better.</summary>
    PositivePrecision,

    /// <summary>Binary: share of positive rows that are predicted so; 0 to 1, higher is better.</summary>
    PositiveRecall,

    /// <summary>Binary and multiclass: mean negative logarithm of the probability given to the true class; 0 upwards, lower is better.
    /// As in ML.NET, in bits for binary models and in nats for multiclass ones.</summary>
    LogLoss,

    /// <summary>Multiclass: share of rows labelled right; 0 to 1, higher is better.</summary>
    MicroAccuracy,

    /// <summary>Multiclass: mean over the classes of the share labelled right; 0 to 1, higher is better.</summary>
    MacroAccuracy,

    /// <summary>Regression: share of the label's variance that is explained; up to 1, 0 is predicting the mean, higher is better.</summary>
    RSquared,

    /// <summary>Regression: root of the mean squared error, in the label's unit; 0 upwards, lower is better.</summary>
    RootMeanSquaredError,

    /// <summary>Regression: mean absolute error, in the label's unit; 0 upwards, lower is better.</summary>
    MeanAbsoluteError,
}
