namespace Kiln.Host.Training.Clusters;

/// <summary>More clusters are asked for than there are different training rows.</summary>
sealed class TooFewDifferentRowsException(int rows) : Exception($"there are only {rows} different rows")
{
    public int Rows => rows;
}
