using System.Globalization;
using Kiln.Contracts.Data;
using Kiln.Host.Data;

namespace Kiln.Host.NewData;

/// <summary>The bins of a column for which a contract's profile knows the rows.</summary>
/// <param name="Known">Rows by bin when the profile was taken.</param>
sealed record ProfileBins(ColumnBins Bins, long[] Known)
{
    static readonly double[] Shares = [0.05, 0.25, 0.5, 0.75, 0.95];

    /// <summary>With fewer different values than this, many are equal, and a quantile says too little about its share.</summary>
    const int FewestForQuantiles = 200;

    /// <summary>Null where the profile does not say enough.</summary>
    /// <param name="rows">How many it was taken from.</param>
    public static ProfileBins? Find(TableColumn column, ColumnProfile profile, long rows)
    {
        var filled = rows - (long)Math.Round(profile.Missing * rows);
        return column switch
        {
            TextColumn { Column.Type: ColumnType.Category } texts when profile.Top.Count > 0 => Values(texts, profile, filled),
            NumberColumn { Column.Type: ColumnType.Boolean } truths when profile.Top.Count > 0 => Truth(truths.Column, profile, filled),
            NumberColumn numbers when profile.Top.Count > 1 => Parse(profile.Top) is { } values ? Numbers(numbers.Column, [.. values.SkipLast(1)], [.. profile.Top.Select(value => value.Value)]) : null,
            NumberColumn numbers when profile.Distinct >= FewestForQuantiles && profile.Quantiles.Distinct().Count() == Shares.Length => Numbers(numbers.Column, [.. profile.Quantiles], Parts(filled)),
            _ => null,
        };
    }

    static ProfileBins Numbers(Column column, double[] edges, long[] known) => new(new NumberBins(edges, column), known);

    static ProfileBins Truth(Column column, ColumnProfile profile, long filled)
    {
        var no = profile.Top.Where(value => value.Key == column.FalseText).Sum(value => value.Value);
        return Numbers(column, [0.5], [no, filled - no]);
    }

    /// <summary>A bin for each of the most frequent values, and one for the others.</summary>
    static ProfileBins Values(TextColumn column, ColumnProfile profile, long filled)
    {
        var bins = column.Texts.Select(text => profile.Top.ToList().FindIndex(value => value.Key == text) is var at and >= 0 ? at : profile.Top.Count).ToArray();
        var others = filled - profile.Top.Sum(value => value.Value);
        var hasOthers = others > 0 || bins.Contains(profile.Top.Count);
        return new(
            new CategoryBins(column.Texts, bins, profile.Top.Count + (hasOthers ? 1 : 0)),
            [.. profile.Top.Select(value => value.Value), .. hasOthers ? [others] : Array.Empty<long>()]);
    }

    /// <summary>Rows between the quantiles.</summary>
    static long[] Parts(long filled)
    {
        var ends = Shares.Append(1).Select(share => (long)Math.Ceiling(share * filled)).ToList();
        return [.. ends.Select((end, i) => end - (i == 0 ? 0 : ends[i - 1]))];
    }

    /// <summary>Null where they are no numbers: the profile was taken when the column was text.</summary>
    static List<double>? Parse(IReadOnlyList<KeyValuePair<string, long>> top)
    {
        var values = new List<double>();
        foreach (var (text, _) in top)
            if (double.TryParse(text, NumberStyles.Float, CultureInfo.InvariantCulture, out var value))
                values.Add(value);
        return values.Count == top.Count ? values : null;
    }
}
