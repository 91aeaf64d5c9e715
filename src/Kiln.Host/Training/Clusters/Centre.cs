namespace Kiln.Host.Training.Clusters;

/// <summary>The middle of a cluster.</summary>
/// <param name="Coordinates">As those of <see cref="ClusterPoints"/>.</param>
/// <param name="OfValues">The sum of squares of the coordinates that are of values of categories.</param>
sealed record Centre(double[] Coordinates, double OfValues);
