namespace Kiln.Host.Training;

/// <summary>How much trees can learn: a model that is to be kept learns more than one that is to judge the rows it did not see.</summary>
readonly record struct TreeSize(int Iterations, int Leaves)
{
    /// <summary>LightGBM's own defaults.</summary>
    public static TreeSize Full { get; } = new(100, 31);
}
