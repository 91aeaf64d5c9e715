namespace Kiln;

/// <summary>
/// Declares a model that the build trains: <c>[Model("churn", Label = "Churned", Version = "1.0.0")] public sealed partial class ChurnModel;</c>
/// </summary>
/// <remarks>
/// <para>Columns are named as the data file's header spells them.</para>
/// <para>
/// The class may bring its own ML.NET pipeline, <c>static IEstimator&lt;ITransformer&gt; Pipeline(MLContext ml)</c>. It sees the model's inputs under
/// their columns' names (numbers and booleans as <c>Single</c>, categories and free text as strings, dates as <c>Date.Month</c> and the like) and the label under its
/// own: a <c>Boolean</c> for a binary model (true is the positive value), a key for a multiclass one, a <c>Single</c> for regression and ranking. The query
/// of a ranking is a key, and the weight, if there is one, a <c>Single</c>. The build calls the method to train, and never <c>Main</c>.
/// </para>
/// </remarks>
/// <param name="dataset">The <c>Name</c> of a <c>Dataset</c> item of the project (default: the data file's name without extension).</param>
[AttributeUsage(AttributeTargets.Class, Inherited = false)]
public sealed class ModelAttribute(string dataset) : Attribute
{
    /// <summary>The dataset the model is trained on.</summary>
    public string Dataset { get; } = dataset;

    /// <summary>
    /// The column to predict. When absent, the one column with role <c>label</c> in the contract. <see cref="ModelTask.AnomalyDetection"/> needs none; a column of two
    /// values, of which <see cref="Positive"/> is the anomaly, measures it. <see cref="ModelTask.Clustering"/> needs none; a column of classes measures it.
    /// </summary>
    public string? Label { get; set; }

    /// <summary>The model's version, a <see href="https://semver.org">SemVer 2.0</see> string such as <c>1.2.0</c>.</summary>
    public string? Version { get; set; }

    /// <summary>What kind of prediction this is; inferred from the label's type when absent.</summary>
    public ModelTask Task { get; set; }

    /// <summary>
    /// Which of the label's two values counts as yes, as the data spells it: the probability of a binary model is that of this value, and
    /// <c>PositivePrecision</c> and <c>PositiveRecall</c> are about it. When absent, the contract's <c>positive</c>; else the value that
    /// plainly says yes, such as <c>yes</c> or <c>true</c>; else the second of the two.
    /// </summary>
    public string? Positive { get; set; }

    /// <summary>
    /// From which probability on a binary model predicts the positive value, between 0 and 1: <c>Threshold = 0.3</c>. Metrics that count predicted
    /// values, such as <see cref="Metric.Accuracy"/>, <see cref="Metric.F1Score"/>, <see cref="Metric.PositivePrecision"/> and
    /// <see cref="Metric.PositiveRecall"/>, are measured with it. When absent, and nothing else says it, the positive value is predicted where
    /// the score is above 0, as in ML.NET: with the trainers of the default pipeline where the probability is above 0.5.
    /// </summary>
    public double Threshold { get; set; } = double.NaN;

    /// <summary>
    /// Chooses the threshold in training, as the best for <see cref="Metric.F1Score"/> or <see cref="Metric.Accuracy"/>. The training rows
    /// choose it, by models that were trained without them; the held-out rows only measure it. It is in the lock, in the report and in
    /// <see cref="ModelInfo.Threshold"/>. It takes five more trainings, or one where time splits the rows.
    /// </summary>
    public Metric ThresholdFor { get; set; } = (Metric)(-1);

    /// <summary>
    /// How many false positives cost as much as one false negative: <c>FalseNegativeCost = 5</c> predicts the positive value from a
    /// probability of 1 / (1 + 5) on, which costs least where the probabilities are right.
    /// </summary>
    public double FalseNegativeCost { get; set; } = double.NaN;

    /// <summary>
    /// The share of values that is to lie within the interval of a prediction, between 0 and 1: <c>Interval = 0.9</c> gives a regression model's
    /// predictions a <c>Low</c> and a <c>High</c>, in the label's unit, between which 90 % of values lie. The training rows make it, by models
    /// that were trained without them; the held-out rows only measure it, as <see cref="Metric.Coverage"/> and
    /// <see cref="Metric.MeanIntervalWidth"/>. Training takes several times as long. When absent, predictions have no interval.
    /// </summary>
    public double Interval { get; set; } = double.NaN;

    /// <summary>
    /// The share of rows that a model of <see cref="ModelTask.AnomalyDetection"/> is to flag, above 0 and up to 0.5: <c>AnomalyShare = 0.02</c> flags a row that
    /// scores as high as the highest 2 % of the training rows, at least one of them. Held-out rows only measure it, as <see cref="Metric.FlaggedShare"/>.
    /// When absent, 0.01.
    /// </summary>
    public double AnomalyShare { get; set; } = double.NaN;

    /// <summary>
    /// How many clusters a model of <see cref="ModelTask.Clustering"/> puts the rows into, 2 to 1,000: the <c>NumberOfClusters</c> of ML.NET's <c>KMeansTrainer</c>.
    /// When absent, 5, as there.
    /// </summary>
    public int Clusters { get; set; } = 5;

    /// <summary>The only columns used as features; when absent, every column whose role in the contract is <c>feature</c> or <c>time</c>.</summary>
    public string[]? Features { get; set; }

    /// <summary>Columns that are not used as features.</summary>
    public string[]? Ignore { get; set; }

    /// <summary>How the held-out rows are chosen; see <see cref="Kiln.Split"/>.</summary>
    public Split Split { get; set; }

    /// <summary>
    /// A column whose equal values stay on one side of the split, such as a customer number. Of a <see cref="ModelTask.Ranking"/> it is the query:
    /// rows with equal values are put in order among each other, and are held out together. When absent, the column with role <c>group</c> in the contract.
    /// </summary>
    public string? Group { get; set; }

    /// <summary>The column that orders the rows in time: the latest 20 % are held out.</summary>
    public string? Time { get; set; }

    /// <summary>
    /// A column of numbers that says how much each row counts, 0 upwards: a row of weight 2 is as good as two, one of weight 0 does not count. It is
    /// used in training and when the model is measured on held-out rows, and is no member of <c>Input</c>. When absent, the column with role <c>weight</c>
    /// in the contract; without one, all rows count alike.
    /// </summary>
    public string? Weight { get; set; }

    /// <summary>The learning algorithm of the default pipeline.</summary>
    public Trainer Trainer { get; set; }

    /// <summary>The seed of everything random in training. The same data, definition and seed give the same model, byte for byte.</summary>
    public int Seed { get; set; } = 1;

    /// <summary>
    /// Searches for better settings of the default pipeline's trees, for a time such as <c>"90s"</c>, <c>"5m"</c> or <c>"1h"</c> (a day at most),
    /// or a number of trials such as <c>"50"</c>. The build that first trains the model searches and writes what it decides to
    /// <c>&lt;Model&gt;.tuning.json</c> beside the class, to be reviewed and committed; every other build trains as that file says, until
    /// <c>-t:KilnTune</c> searches again. Training rows alone decide; where no settings are sure to be better, the default ones stay.
    /// </summary>
    public string? Tune { get; set; }
}
