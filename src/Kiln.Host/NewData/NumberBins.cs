using System.Globalization;
using Kiln.Contracts.Data;
using Kiln.Host.Data;

namespace Kiln.Host.NewData;

/// <summary>Tenths of the known rows.</summary>
/// <param name="edges">Ascending; a bin ends with its edge, and the last one has none.</param>
sealed class NumberBins(double[] edges, Column column) : ColumnBins
{
    const int Most = 10;

    /// <summary>Enough to place nine edges within a per cent of the rows.</summary>
    const int Sample = 100_000;

    public override int Count => edges.Length + 1;

    public static NumberBins Choose(NumberColumn column, IReadOnlyList<RowRange> known)
    {
        var step = Math.Max(1, known.Sum(part => (long)part.Rows) / Sample);
        var values = new List<double>();
        foreach (var part in known)
            for (long row = part.First; row < part.End; row += step)
                if (!column.IsMissing((int)row))
                    values.Add(column.Values[row]);
        values.Sort();
        var edges = Enumerable.Range(1, values.Count == 0 ? 0 : Most - 1).Select(i => values[(int)((long)i * values.Count / Most)]).Distinct();
        // An edge at the largest value would leave the last bin empty, and that is where new values come to lie: it stays.
        return new([.. edges], column.Column);
    }

    public override int Find(TableColumn column, int row)
    {
        var value = ((NumberColumn)column).Values[row];
        if (double.IsNaN(value))
            return -1;
        var at = Array.BinarySearch(edges, value);
        return at < 0 ? ~at : at;
    }

    public override string Describe(int bin) => column.Type == ColumnType.Boolean ? $"'{(bin == 0 ? column.FalseText : column.TrueText)}'"
        : edges.Length == 0 ? "any value"
        : bin == 0 ? $"at most {Text(edges[0])}"
        : bin == edges.Length ? $"above {Text(edges[^1])}"
        : $"above {Text(edges[bin - 1])} to {Text(edges[bin])}";

    static string Text(double value) => value.ToString("G6", CultureInfo.InvariantCulture);
}
