using Kiln.Contracts.Data;
using Kiln.Contracts.Releases;
using Kiln.Host.Data;
using Kiln.Host.Evaluation;

namespace Kiln.Host.Baselines;

/// <summary>A column in a handful of numbers.</summary>
static class ColumnSummary
{
    public static BaselineColumn Summarize(TableColumn column)
    {
        var (name, type) = (column.Column.Name, Words.Format(column.Column.Type));
        return column.Column.Role is ColumnRole.Id or ColumnRole.Ignore ? new(name, type) : column switch
        {
            NumberColumn numbers => Summarize(name, type, numbers.Values),
            TextColumn texts => Summarize(name, type, texts.Codes.Length, texts.Codes.Where(code => code >= 0).CountBy(code => code)),
            DateTimeColumn dates => Summarize(name, type, dates.Values.Length, dates.Values.OfType<DateTime>().CountBy(date => date)),
            _ => throw new InvalidOperationException($"{type} has no summary"),
        };
    }

    static BaselineColumn Summarize(string name, string type, double[] values)
    {
        double count = 0, mean = 0, spread = 0;
        foreach (var value in values)
        {
            if (double.IsNaN(value))
                continue;
            count++;
            var delta = value - mean;
            mean += delta / count;
            spread += delta * (value - mean);
        }
        return count == 0
            ? new(name, type, Missing: 1)
            : new(name, type, Share(values.Length - count, values.Length),
                Rounding.Significant(mean), Rounding.Significant(Math.Sqrt(spread / count)));
    }

    static BaselineColumn Summarize<T>(string name, string type, int rows, IEnumerable<KeyValuePair<T, int>> counts)
    {
        int present = 0, distinct = 0, top = 0;
        foreach (var (_, count) in counts)
            (present, distinct, top) = (present + count, distinct + 1, Math.Max(top, count));
        return new(name, type, Share(rows - present, rows), Distinct: distinct, Top: Share(top, rows));
    }

    static double Share(double part, double rows) => Rounding.Significant(part / rows);
}
