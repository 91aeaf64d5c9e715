namespace Kiln.Host.Training.Isolation;

/// <summary>A branch of a tree, or a leaf.</summary>
/// <param name="Feature">What a branch asks for; negative in a leaf.</param>
/// <param name="Threshold">Rows whose feature is up to it go left.</param>
/// <param name="MissingGoesLeft">Whether rows do that have none.</param>
/// <param name="Depth">How many splits isolate a row that ends here, with those that its leaf would still need.</param>
sealed record IsolationNode(int Feature, float Threshold = 0, bool MissingGoesLeft = false, double Depth = 0)
{
    public int Left { get; init; }

    public int Right { get; init; }

    public bool IsLeaf => Feature < 0;

    public bool GoesLeft(float value) => float.IsNaN(value) ? MissingGoesLeft : value <= Threshold;
}
