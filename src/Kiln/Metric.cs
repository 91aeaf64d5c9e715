namespace Kiln;

/// <summary>
/// Measures of a model's quality on held-out rows. Names and definitions are ML.NET's own. One that would have the same value for every
/// model, because the rows hold one class or one label only, is not defined on them, where ML.NET gives 0 or NaN.
/// </summary>
public enum Metric
{
    /// <summary>Binary: the chance that a positive row scores above a negative one; 0 to 1, 0.5 is guessing, higher is better. Anomaly detection with a
    /// label: the same of known anomalies and other rows.</summary>
    AreaUnderRocCurve,

    /// <summary>Binary: area under precision over recall; 0 to 1, the positive share is guessing, higher is better.
    /// By trapezoids, as in ML.NET: where many scores tie, it is higher than the average precision of other libraries.</summary>
    AreaUnderPrecisionRecallCurve,

    /// <summary>Binary: share of rows labelled right; 0 to 1, the share of the most frequent class is guessing, higher is better.</summary>
    Accuracy,

    /// <summary>Binary: harmonic mean of <see cref="PositivePrecision"/> and <see cref="PositiveRecall"/>; 0 to 1, 2p / (1 + p) for a positive share p
    /// is guessing (always saying yes), higher is better. 0 where no positive row is found, as in scikit-learn; ML.NET gives NaN.</summary>
    F1Score,

    /// <summary>Binary: share of rows predicted positive that are; 0 to 1, the positive share is guessing, higher is better. 0 for a model that
    /// predicts none positive though there are some, as in ML.NET and scikit-learn.</summary>
    PositivePrecision,

    /// <summary>Binary: share of positive rows that are predicted so; 0 to 1, always saying yes gives 1, higher is better.</summary>
    PositiveRecall,

    /// <summary>Binary and multiclass: mean negative logarithm of the probability given to the true class; 0 upwards, lower is better.
    /// As in ML.NET, in bits for binary models and in nats for multiclass ones. A probability of 0 counts as 1e-15. The classes' shares as
    /// probabilities are guessing.</summary>
    LogLoss,

    /// <summary>Multiclass: share of rows labelled right; 0 to 1, the share of the most frequent class is guessing, higher is better.</summary>
    MicroAccuracy,

    /// <summary>Multiclass: mean over the classes that the rows hold of the share labelled right; 0 to 1, one divided by their number is guessing, higher is
    /// better.</summary>
    MacroAccuracy,

    /// <summary>Regression: share of the label's variance that is explained; up to 1, 0 is predicting the mean, higher is better.</summary>
    RSquared,

    /// <summary>Regression: root of the mean squared error, in the label's unit; 0 upwards, that of the training rows' mean is guessing, lower is better.</summary>
    RootMeanSquaredError,

    /// <summary>Regression: mean absolute error, in the label's unit; 0 upwards, that of the training rows' median is guessing, lower is better.</summary>
    MeanAbsoluteError,

    /// <summary>Regression with <see cref="ModelAttribute.Interval"/>: share of rows whose label lies within the prediction's interval, its ends
    /// included; 0 to 1, <see cref="ModelAttribute.Interval"/> is what was asked for, higher is better.</summary>
    Coverage,

    /// <summary>Regression with <see cref="ModelAttribute.Interval"/>: mean difference between the ends of the prediction's interval, in the label's unit;
    /// 0 upwards, the interval of the training rows' labels is guessing, lower is better.</summary>
    MeanIntervalWidth,

    /// <summary>
    /// Ranking: how good the order of a query's first ten rows is, next to the best there could be; mean over the queries whose rows differ in their
    /// label; 0 to 1, an order by chance is guessing, higher is better. The <c>NormalizedDiscountedCumulativeGains</c> of ML.NET at 10, with the
    /// gains of LightGBM and scikit-learn's users, 2^label - 1 (ML.NET's own evaluation has 0, 3, 7, 15 and 31 unless it is told others).
    /// Rows of equal score count as the mean of all their orders, as in scikit-learn.
    /// </summary>
    NormalizedDiscountedCumulativeGainAt10,

    /// <summary>Ranking: as <see cref="NormalizedDiscountedCumulativeGainAt10"/>, of the first five rows.</summary>
    NormalizedDiscountedCumulativeGainAt5,

    /// <summary>Ranking: as <see cref="NormalizedDiscountedCumulativeGainAt10"/>, of the first three rows.</summary>
    NormalizedDiscountedCumulativeGainAt3,

    /// <summary>Ranking: as <see cref="NormalizedDiscountedCumulativeGainAt10"/>, of the first row.</summary>
    NormalizedDiscountedCumulativeGainAt1,

    /// <summary>Ranking: sum of the gains 2^label - 1 of a query's first ten rows, each divided by the binary logarithm of its place and 1; mean over the
    /// same queries; 0 upwards, an order by chance is guessing, higher is better. As in scikit-learn and LightGBM; ML.NET takes the natural logarithm, so
    /// its value is 1.44 times as high.</summary>
    DiscountedCumulativeGainAt10,

    /// <summary>
    /// Anomaly detection with a label: share of the known anomalies that score above the eleventh row that is none, which is to say that are found at the price
    /// of ten false alarms; 0 to 1, an order by chance finds 11 / (rows that are none + 1), higher is better. As in ML.NET, with its 10 false positives; where
    /// scores tie, the mean of all orders.
    /// </summary>
    DetectionRateAtFalsePositiveCount,

    /// <summary>Anomaly detection: share of rows that are flagged as anomalies; 0 to 1, <see cref="ModelAttribute.AnomalyShare"/> is what was asked for,
    /// lower is better. It is higher where unusual rows have become more frequent, or training rows were too few to say what is usual.</summary>
    FlaggedShare,

    /// <summary>
    /// Clustering: mean of the squared distances of rows from the centres that they are nearest to, in the units of <c>Prediction.Distance</c>; 0 upwards, one cluster for
    /// all rows is guessing, lower is better. As in ML.NET. It falls with every cluster more, so only models of as many clusters and the same inputs are comparable.
    /// </summary>
    AverageDistance,

    /// <summary>
    /// Clustering: how wide two clusters are (mean distances of their rows from their centres, added up) next to how far they are apart, of each cluster and the one
    /// that is worst told from it; mean over the clusters; 0 upwards, lower is better, and 1 means that they touch. The Davies–Bouldin index of ML.NET and scikit-learn
    /// around the model's own centres, which theirs is around the means of the rows that are measured.
    /// </summary>
    DaviesBouldinIndex,

    /// <summary>
    /// Clustering with a label: how much of the label a row's cluster tells and the other way round, as their mutual information over the mean of their entropies; 0 to 1,
    /// 0 is guessing, higher is better. As in scikit-learn; ML.NET divides by the entropy of the label alone, which every cluster more brings nearer to 1.
    /// </summary>
    NormalizedMutualInformation,
}
