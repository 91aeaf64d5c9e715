using Kiln.Host.Data;

namespace Kiln.Host.NewData;

/// <summary>The most frequent values.</summary>
/// <param name="texts">The column's.</param>
/// <param name="bins">The bin of each of the column's texts.</param>
sealed class CategoryBins(IReadOnlyList<string> texts, int[] bins, int count) : ColumnBins
{
    /// <summary>The most frequent values have a bin each, the others one together.</summary>
    const int Most = 20;

    public override int Count => count;

    public static CategoryBins Choose(TextColumn column, IReadOnlyList<RowRange> known)
    {
        var rows = new long[column.Texts.Count];
        foreach (var part in known)
            for (var row = part.First; row < part.End; row++)
                if (column.Codes[row] is var code and >= 0)
                    rows[code]++;
        var bins = new int[rows.Length];
        int[] frequent = [.. Enumerable.Range(0, rows.Length).OrderByDescending(code => rows[code]).Take(rows.Length <= Most ? Most : Most - 1)];
        Array.Fill(bins, frequent.Length);
        for (var bin = 0; bin < frequent.Length; bin++)
            bins[frequent[bin]] = bin;
        return new(column.Texts, bins, Math.Min(rows.Length, Most));
    }

    public override int Find(TableColumn column, int row) => ((TextColumn)column).Codes[row] is var code and >= 0 ? bins[code] : -1;

    public override string Describe(int bin) => Array.IndexOf(bins, bin) is var code && bins.Count(other => other == bin) == 1 ? $"'{texts[code]}'" : "one of the other values";
}
