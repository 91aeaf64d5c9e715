using Kiln.Host.NewData;

namespace Kiln.Host.Slices;

/// <summary>
/// Looks for slices on whose rows a model loses more than on other rows that it answered alike (slices of one and two columns as in Chung et al.,
/// Slice Finder, ICDE 2019, and Ackerman et al., FreaAI, 2021). A hard part of the data, of which the model knows that it is hard, is none: a
/// comparison with all other rows would report one of every model.
/// </summary>
static class WeakSliceSearch
{
    /// <summary>The share of models without a weak slice of which one is reported all the same, over all slices (Bonferroni).</summary>
    public const double FalseAlarms = 0.01;

    /// <summary>Overlapping slices are told apart row by row, and beyond these there is nothing left to tell.</summary>
    const int MostCandidates = 200;

    /// <summary>How many rows a slice must have: fewer show nothing, and a smaller share matters little.</summary>
    public static int FewestRows(int rows) => Math.Max(50, (rows + 99) / 100);

    /// <summary>The weak slices, the clearest first; each is weak by rows that are in none before it, so that of a slice and a part of it one is there.</summary>
    public static IReadOnlyList<WeakSlice> Search(RowLosses losses, IReadOnlyList<SlicedColumn> columns)
    {
        var rows = ExcessLoss.Measure(losses);
        var fewest = FewestRows(rows.Length);
        var single = Enumerable.Range(0, columns.Count).SelectMany(column => One(columns, column, rows)).Where(slice => slice.Loss.Rows >= fewest).ToList();
        var pairs = (from one in Enumerable.Range(0, columns.Count) from other in Enumerable.Range(one + 1, columns.Count - one - 1) select (one, other)).ToArray();
        var found = new WeakSlice[pairs.Length][];
        Parallel.For(0, pairs.Length, pair => found[pair] = [.. Two(columns, pairs[pair].one, pairs[pair].other, rows).Where(slice => slice.Loss.Rows >= fewest)]);
        // Half of the false alarms for each kind: a slice of one column would else pay for the pairs, which are many more.
        var (limit, limitOfTwo) = (Limit(single.Count), Limit(found.Sum(slices => slices.Length)));
        return Distinct(columns, rows, [.. single.Concat(found.SelectMany(slices => slices))], slice =>
            slice.Loss.Rows >= fewest && slice.Loss.Excess >= losses.SmallestExcess * slice.Loss.Expected && slice.Loss.Rarity >= (slice.Other < 0 ? limit : limitOfTwo));
    }

    static double Limit(int slices) => Quantiles.Normal(FalseAlarms / 2 / Math.Max(1, slices));

    static IEnumerable<WeakSlice> One(IReadOnlyList<SlicedColumn> columns, int column, ExcessLoss[] rows)
    {
        var sums = new ExcessLoss[columns[column].Names.Count];
        for (var row = 0; row < rows.Length; row++)
            sums[columns[column].Slices[row]] += rows[row];
        return Enumerable.Range(1, sums.Length - 1).Select(slice => new WeakSlice(column, slice, -1, 0, sums[slice]));
    }

    static IEnumerable<WeakSlice> Two(IReadOnlyList<SlicedColumn> columns, int one, int other, ExcessLoss[] rows)
    {
        var (ones, others, width) = (columns[one].Slices, columns[other].Slices, columns[other].Names.Count);
        var sums = new ExcessLoss[columns[one].Names.Count * width];
        for (var row = 0; row < rows.Length; row++)
            sums[ones[row] * width + others[row]] += rows[row];
        return Enumerable.Range(0, sums.Length).Where(sum => sum / width > 0 && sum % width > 0).Select(sum => new WeakSlice(one, sum / width, other, sum % width, sums[sum]));
    }

    /// <summary>Takes the clearest slice, then the clearest by the rows that are left, and so on.</summary>
    static List<WeakSlice> Distinct(IReadOnlyList<SlicedColumn> columns, ExcessLoss[] rows, IReadOnlyList<WeakSlice> slices, Func<WeakSlice, bool> isWeak)
    {
        List<WeakSlice> taken = [];
        var isTaken = new bool[rows.Length];
        WeakSlice[] left = [.. slices.Where(isWeak).OrderByDescending(slice => slice.Loss.Rarity).Take(MostCandidates)];
        var whole = left.ToDictionary(slice => slice with { Loss = default });
        while (left.Length > 0)
        {
            var clearest = left[0];
            taken.Add(whole[clearest with { Loss = default }]);
            for (var row = 0; row < rows.Length; row++)
            {
                if (isTaken[row] || !clearest.Holds(columns, row))
                    continue;
                isTaken[row] = true;
                for (var i = 0; i < left.Length; i++)
                    if (left[i].Holds(columns, row))
                        left[i] = left[i] with { Loss = left[i].Loss - rows[row] };
            }
            left = [.. left.Where(isWeak).OrderByDescending(slice => slice.Loss.Rarity)];
        }
        return taken;
    }
}
