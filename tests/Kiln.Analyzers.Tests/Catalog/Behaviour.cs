using System.Globalization;
using Microsoft.ML;
using Microsoft.ML.Data;

namespace Kiln.Analyzers.Tests.Catalog;

/// <summary>What shows only when an estimator is fitted twice.</summary>
static class Behaviour
{
    static readonly ProbeData Rows = new(missing: false);

    static readonly ProbeData MissingRows = new(missing: true);

    static readonly ProbeData OneRow = new(missing: false, first: 1, rows: 1);

    /// <summary>Whether what it makes of rows depends on which ones it was fitted on; one that a single row is not enough for needs more of them to learn.</summary>
    public static bool Learns(Func<IEstimator<ITransformer>> create)
    {
        var all = create().Fit(Rows);
        try
        {
            var one = create().Fit(OneRow);
            return Output(one, Rows) != Output(all, Rows) || Output(one, MissingRows) != Output(all, MissingRows);
        }
        catch (Exception refused) when (refused.GetBaseException() is ArgumentException or InvalidOperationException or FormatException)
        {
            return true;
        }
    }

    /// <summary>Whether the same rows give different results, in contexts without a seed.</summary>
    /// <param name="attempts">Trainers such as KMeans often come to the same model from another start.</param>
    public static bool Draws(Func<IEstimator<ITransformer>> create, int attempts)
    {
        var first = Output(create().Fit(Rows), Rows);
        return Enumerable.Range(0, attempts).Any(_ => Output(create().Fit(Rows), Rows) != first);
    }

    static string Output(ITransformer fitted, ProbeData rows)
    {
        var data = fitted.Transform(rows);
        var made = data.Schema.Where(static column => Rows.Schema.GetColumnOrNull(column.Name)?.Index != column.Index).Select(static column => column.Name).ToHashSet();
        return string.Join(';', data.Preview(ProbeColumn.Rows).RowView.SelectMany(static row => row.Values).Where(value => made.Contains(value.Key)).Select(static value => Text(value.Value)));
    }

    static string Text(object value) => value.GetType() is { IsGenericType: true } type && type.GetGenericTypeDefinition() == typeof(VBuffer<>)
        ? string.Join(' ', ((IEnumerable<object>)Enumerable.Cast<object>(((dynamic)value).DenseValues())).Select(Text))
        : Convert.ToString(value, CultureInfo.InvariantCulture)!;
}
