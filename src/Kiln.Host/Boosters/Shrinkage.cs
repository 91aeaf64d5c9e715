using System.Globalization;
using System.Text;

namespace Kiln.Host.Boosters;

/// <summary>Lets all trees together say less.</summary>
/// <param name="Share">What remains of what they say, above 0 and at most 1.</param>
/// <param name="Added">What each score gets instead.</param>
sealed record Shrinkage(double Share, double[] Added)
{
    /// <summary>A leaf says its share of the score, and those of a score's first tree what is added besides.</summary>
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
            shrunk.Append(line.Split('=') is ["leaf_value", var values] ? "leaf_value=" + Apply(values, tree < Added.Length ? Added[tree] : 0) : line).Append('\n');
        }
        return shrunk.ToString(0, shrunk.Length - 1);
    }

    string Apply(string values, double added) => string.Join(' ', values.Split(' ', StringSplitOptions.RemoveEmptyEntries)
        .Select(value => (Share * double.Parse(value, CultureInfo.InvariantCulture) + added).ToString("R", CultureInfo.InvariantCulture)));
}
