namespace Kiln.Host.Evaluation;

/// <summary>Labels of rows, with how much each row counts.</summary>
/// <param name="Labels">0 or 1, the class's index, or the number.</param>
/// <param name="Weights">Null where all count alike.</param>
sealed record WeighedLabels(float[] Labels, float[]? Weights = null)
{
    readonly double _all = Weights?.Sum(weight => (double)weight) ?? Labels.Length;

    public double Mean(Func<float, double> value) => Labels.Select((label, row) => WeightOf(row) * value(label)).Sum() / _all;

    /// <summary>The number that as many labels are below as above; between two of them in the middle.</summary>
    public double Median()
    {
        var sorted = Sorted();
        return ((double)At(sorted) + At(Enumerable.Reverse(sorted))) / 2;

        // The first that at least half of all are up to.
        float At(IEnumerable<(float Label, double Weight)> ordered)
        {
            var before = 0.0;
            return ordered.First(label => (before += label.Weight) >= _all / 2).Label;
        }
    }

    /// <summary>Of the interval that holds the share of all labels, with as many below as above.</summary>
    public double Width(double share)
    {
        var sorted = Sorted();
        return (double)Beyond(Enumerable.Reverse(sorted)) - Beyond(sorted);

        float Beyond(IEnumerable<(float Label, double Weight)> ordered)
        {
            var outside = 0.0;
            return ordered.First(label => (outside += label.Weight) > (1 - share) / 2 * _all).Label;
        }
    }

    (float Label, double Weight)[] Sorted() => [.. Labels.Select((label, row) => (Label: label, Weight: WeightOf(row))).Where(label => label.Weight > 0).OrderBy(label => label.Label)];

    double WeightOf(int row) => Weights?[row] ?? 1;
}
