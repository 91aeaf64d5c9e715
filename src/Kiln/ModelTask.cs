namespace Kiln;

/// <summary>What a model predicts.</summary>
public enum ModelTask
{
    /// <summary>
    /// Taken from the label in the contract: two values are binary, whatever they are; a category of more is multiclass; numbers are regression.
    /// </summary>
    Inferred,

    /// <summary>One of two values, with the probability of the positive one.</summary>
    BinaryClassification,

    /// <summary>One of several classes, with a probability for each.</summary>
    MulticlassClassification,

    /// <summary>A number.</summary>
    Regression,

    /// <summary>
    /// An order: of the rows of one query (<see cref="ModelAttribute.Group"/>), such as the results of a search, those that are more relevant come first.
    /// The label says how relevant a row is, as a whole number from 0 (not at all) to 30 at most, or as true and false. Never inferred.
    /// </summary>
    Ranking,

    /// <summary>
    /// How unusual a row is among those of the training, and whether it is one of the most unusual (<see cref="ModelAttribute.AnomalyShare"/>). Nothing is learned
    /// from a label; where there is one, of two values, it says which rows are known to be anomalies, and measures the model. Never inferred.
    /// </summary>
    AnomalyDetection,

    /// <summary>
    /// Which of some groups of similar rows (<see cref="ModelAttribute.Clusters"/>) a row is nearest to. Nothing is learned from a label; where there is one, of classes, it
    /// measures how well the groups are those. Never inferred.
    /// </summary>
    Clustering,
}
