namespace Kiln;

/// <summary>What a model predicts.</summary>
public enum ModelTask
{
    /// <summary>Taken from the label's type in the contract: boolean is binary, category is multiclass, number and integer are regression.</summary>
    Inferred,

    /// <summary>True or false, with a probability.</summary>
    BinaryClassification,

    /// <summary>One of several classes, with a probability for each.</summary>
    MulticlassClassification,

    /// <summary>A number.</summary>
    Regression,
}
