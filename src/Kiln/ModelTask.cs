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
}
