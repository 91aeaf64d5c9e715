using Kiln.Host.NewData;
using Kiln.Monitoring;

namespace Kiln.Host.Training.Profiles;

/// <summary>Rows by bin in each part of the data.</summary>
sealed class PartCounts(int parts, int bins)
{
    /// <summary>Of fewer rows, what chance makes of them is not known well.</summary>
    const int FewestRows = 20;

    readonly long[][] _counts = [.. Enumerable.Range(0, parts).Select(_ => new long[bins])];

    readonly long[] _rest = new long[bins];

    /// <param name="part">Where it is of none, it counts even so.</param>
    /// <param name="bin">The row's.</param>
    public void Add(int part, int bin) => (part < 0 ? _rest : _counts[part])[bin]++;

    public long[] Total => ShareTest.Total([.. _counts, _rest], bins);

    /// <summary>The column as the model has it from now on.</summary>
    public CountedColumn Complete(CountedColumn column)
    {
        long[][] parts = [.. _counts.Where(counts => counts.Sum() >= FewestRows)];
        var spread = ShareTest.Spread([.. parts.Select(counts => counts[..^1]).Where(counts => counts.Sum() >= FewestRows)]);
        var missing = ShareTest.Spread([.. parts.Select(counts => new[] { counts[^1], counts[..^1].Sum() })]);
        return column with { Rows = Total, Spread = spread.Excess, MissingSpread = missing.Excess, Parts = spread.Parts };
    }
}
