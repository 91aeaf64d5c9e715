using System.Globalization;
using System.Text;

namespace Kiln.Host.Boosters;

/// <summary>Lets all trees together say less, around what they would say if nothing told rows apart.</summary>
/// <param name="Slope">What remains, above 0 and at most 1.</param>
/// <param name="Levels">Of each score: the mean, the log-odds, or the logarithm of the class's share.</param>
sealed record Shrinkage(double Slope, double[] Levels)
{
    /// <summary>A leaf says its share of the score, and those of a score's first tree the level besides.</summary>
    /// <param name="text">See <see cref="Booster.Text"/>.</param>
    public string Apply(string text)
    {
        var shrunk = new StringBuilder(text.Length);
        var tree = -1;
        foreach (var line in text.Split('\n'))
        {
            if (line.StartsWith("Tree=", StringComparison.Ordinal))
                tree++;
            // How many characters each tree has is no longer so; without it LightGBM finds out.
            if (line.StartsWith("tree_sizes=", StringComparison.Ordinal))
                continue;
            shrunk.Append(line.Split('=') is ["leaf_value", var values] ? "leaf_value=" + Apply(values, tree < Levels.Length ? (1 - Slope) * Levels[tree] : 0) : line).Append('\n');
        }
        return shrunk.ToString(0, shrunk.Length - 1);
    }

    string Apply(string values, double level) => string.Join(' ', values.Split(' ', StringSplitOptions.RemoveEmptyEntries)
        .Select(value => (Slope * double.Parse(value, CultureInfo.InvariantCulture) + level).ToString("R", CultureInfo.InvariantCulture)));
}
