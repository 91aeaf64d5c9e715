namespace Kiln.Onnx.Operators;

/// <summary>How a node compares its feature with its threshold.</summary>
enum TreeComparison
{
    Leaf,
    LessOrEqual,
    Less,
    GreaterOrEqual,
    Greater,
    Equal,
    NotEqual,
}

/// <summary>A branch, or a leaf with its share of the weights. Children always come after their parents, so every walk ends.</summary>
struct TreeNode
{
    public TreeComparison Comparison;
    public bool MissingIsTrue;
    public int Feature;
    public float Threshold;
    public int WhenTrue;
    public int WhenFalse;
    public int FirstWeight;
    public int EndWeight;

    /// <summary>How many training rows came here; NaN where the file does not say.</summary>
    public float Cover;

    /// <summary>As ONNX has it: in 32 bits, and NaN fails every comparison but <c>NEQ</c> unless the node says otherwise.</summary>
    public readonly int Next(float value)
    {
        var holds = Comparison switch
        {
            TreeComparison.LessOrEqual => value <= Threshold,
            TreeComparison.Less => value < Threshold,
            TreeComparison.GreaterOrEqual => value >= Threshold,
            TreeComparison.Greater => value > Threshold,
            TreeComparison.Equal => value == Threshold,
            _ => value != Threshold,
        };
        return holds || (MissingIsTrue && float.IsNaN(value)) ? WhenTrue : WhenFalse;
    }
}
