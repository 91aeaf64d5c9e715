using System.Globalization;

namespace Kiln.Testing;

/// <summary>Asks a model about rows as they are and as a test changes them, and says what is not as it should be.</summary>
/// <param name="change">The change as it stands in the test.</param>
sealed class Change<TInput, TPrediction>(IModel<TInput, TPrediction> model, IEnumerable<TInput> rows, Func<TInput, TInput> changed, string change)
    where TInput : struct
    where TPrediction : struct
{
    /// <param name="move">How far an answer moved, from the two predictions.</param>
    public IReadOnlyList<ChangedRow<TInput, TPrediction>> Rows(Func<TPrediction, TPrediction, double> move)
    {
        var answered = new List<ChangedRow<TInput, TPrediction>>();
        foreach (var row in rows)
        {
            var after = changed(row);
            var (was, became) = (model.Predict(in row), model.Predict(in after));
            answered.Add(new(answered.Count + 1, row, after, was, became, move(was, became)));
        }
        return answered.Count > 0 ? answered : throw new ModelTestException($"{Title}: there is no row, so nothing was tested");
    }

    string Title => $"{model.Info.Name} {model.Info.Version}, {change}";

    /// <param name="all">What was asked.</param>
    /// <param name="what">What must hold, and does not on some rows.</param>
    /// <param name="size">How badly a row breaks it; 0 and below where it does not, NaN where nobody can tell.</param>
    /// <param name="minShare">The share of rows on which it must hold.</param>
    public void Hold(IReadOnlyList<ChangedRow<TInput, TPrediction>> all, string what, Func<ChangedRow<TInput, TPrediction>, double> size, double minShare)
    {
        if (minShare is not (> 0 and <= 1))
            throw new ArgumentOutOfRangeException(nameof(minShare), minShare, "A share of rows is above 0 and at most 1.");
        var broken = all.Where(row => !(size(row) <= 0)).ToList();
        if (all.Count - broken.Count >= minShare * all.Count)
            return;
        var worst = broken.MaxBy(row => double.IsNaN(size(row)) ? double.PositiveInfinity : size(row));
        var share = minShare < 1 ? $" of at least {Text(100 * minShare)} % of the rows" : "";
        throw new ModelTestException($"{Title}: {what}{share}, and not on {Rows(broken.Count)} of {Rows(all.Count)} rows. The worst is {worst}");
    }

    /// <summary>Nothing moves where something must.</summary>
    public void Refuse(string why) => throw new ModelTestException($"{Title}: {why}");

    static string Rows(int count) => count.ToString("N0", CultureInfo.InvariantCulture);

    static string Text(double value) => value.ToString("0.####", CultureInfo.InvariantCulture);
}
