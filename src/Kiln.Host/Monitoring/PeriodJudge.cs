using Kiln.Host.NewData;
using Kiln.Monitoring;

namespace Kiln.Host.Monitoring;

/// <summary>
/// Holds one period after the other against what the model was trained on. A difference must exceed what chance makes of so many rows, and what good days of the
/// training data and earlier good periods differed by: Monday is no drift.
/// </summary>
/// <param name="profile">What the model was trained on, and what it answered then.</param>
sealed class PeriodJudge(ModelProfile profile)
{
    /// <summary>Expected false alarms for a good period, all columns together (Bonferroni).</summary>
    public const double FalseAlarms = 0.001;

    /// <summary>Distribution, missing and unseen values.</summary>
    const int TestsOfColumn = 3;

    /// <summary>What chance makes of fewer is not known well.</summary>
    public const int FewestRows = 50;

    /// <summary>A shift by 0.22 standard deviations.</summary>
    const double MostLearnt = 0.05;

    readonly Dictionary<(string Column, int Test), List<(double, Chance)>> _good = [];

    double Probability => FalseAlarms / (TestsOfColumn * profile.Columns.Count);

    /// <summary>The next period; what is no alarm is learnt from.</summary>
    /// <returns>Null where it has too few rows.</returns>
    public IReadOnlyList<ColumnFinding>? Judge(ModelWindow window) =>
        window.Examined < FewestRows ? null : [.. profile.Columns.Select(column => Judge(column, EffectiveCounts.Of(window, column.Name)))];

    ColumnFinding Judge(CountedColumn column, long[] fresh)
    {
        var (missing, values) = (column.Bins - 1, fresh[..^1]);
        return new(
            column,
            values.Sum() < FewestRows || column.Rows[..^1].Sum() == 0 ? null : Judge(column, 0, column.Rows[..^1], values, new(column.Spread, column.Parts)),
            Judge(column, 1, Split(column.Rows, missing), Split(fresh, missing), new(column.MissingSpread, column.Parts)),
            column.Unseen is { } unseen ? Judge(column, 2, Split(column.Rows, unseen), Split(fresh, unseen), default) : null);
    }

    ShareFinding Judge(CountedColumn column, int test, long[] known, long[] fresh, UsualSpread trained)
    {
        if (!_good.TryGetValue((column.Name, test), out var good))
            _good.Add((column.Name, test), good = []);
        var learnt = Limit.SpreadOf(good);
        // What good periods teach is bounded: otherwise a drift that grows slowly would become usual.
        var finding = ShareTest.Judge(known, trained.With(learnt with { Excess = Math.Min(learnt.Excess, MostLearnt) }), fresh, Probability);
        if (!finding.IsAlarm)
            good.Add((finding.Index, Chance.Between(fresh.Sum(), known.Sum(), fresh.Length - 1)));
        return finding;
    }

    static long[] Split(long[] rows, int bin) => [rows[bin], rows.Sum() - rows[bin]];
}
