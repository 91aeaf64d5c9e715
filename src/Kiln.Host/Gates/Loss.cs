using System.Globalization;
using Kiln.Contracts.Gates;
using Kiln.Contracts.Locks;
using Kiln.Contracts.Models;

namespace Kiln.Host.Gates;

/// <summary>How a model does against its <c>NoWorseBy</c>.</summary>
enum LossVerdict
{
    /// <summary>Nothing was released, so there is nothing to be worse than.</summary>
    NothingReleased,

    /// <summary>Even the upper end of the loss's interval is allowed.</summary>
    Met,

    /// <summary>Even the lower end is not.</summary>
    Missed,

    /// <summary>The bound is inside the interval, or there is no interval.</summary>
    Undecided,
}

/// <summary>By how much a metric is worse than the released model's, on the held-out rows they share.</summary>
/// <param name="Why">The loss with its interval and rows, or why it is not known.</param>
/// <param name="Remedy">What would decide it.</param>
sealed record Loss(LossVerdict Verdict, string Why, string Remedy = Loss.MoreRows)
{
    const string MoreRows = "add rows, which hold out more, or allow more with NoWorseBy";

    /// <summary>On fewer a bootstrap interval says little: rows that differ may just not be among them.</summary>
    const int FewestRows = 30;

    /// <summary>Holds what changed against the gate, which must have a <c>NoWorseBy</c>.</summary>
    public static Loss Measure(Gate gate, SinceRelease? changes)
    {
        if (changes is null)
            return new(LossVerdict.NothingReleased, "nothing is released yet");
        if (changes.NotCompared is { } reason)
            return new(LossVerdict.Undecided, $"its predictions cannot be compared: {reason}",
                "build where the released model is at hand, which KilnStorePath keeps for all machines, or release once without NoWorseBy, saying so with Because");
        if (changes.Metrics.FirstOrDefault(metric => metric.Key == gate.Metric).Value is not { } metric)
            return new(LossVerdict.Met, "it is the same");
        var rows = $"{changes.HeldOutRows.ToString("N0", CultureInfo.InvariantCulture)} held-out rows{(changes.On == ComparedRows.HeldOut ? "" : " that both share")}";
        var (loss, low, high) = MetricFacts.HigherIsBetter(gate.Metric)
            ? (0 - metric.Difference.Value, 0 - metric.Difference.High, 0 - metric.Difference.Low)
            : (metric.Difference.Value, metric.Difference.Low, metric.Difference.High);
        if (!metric.Difference.IsDefined)
            return new(LossVerdict.Undecided, $"it is not defined on the {rows}");
        if (!metric.Difference.HasInterval)
            return new(LossVerdict.Undecided, $"the loss is {Text(loss)} without an interval, because too few of the {rows} are of the kind that {gate.Metric} counts");
        var why = $"the loss is {Text(loss)} with a 95 % interval of {Text(low)} to {Text(high)} on {rows}";
        if (changes.HeldOutRows < FewestRows)
            return new(LossVerdict.Undecided, $"{why}, and fewer than {FewestRows} rows are not enough");
        return new(low > gate.NoWorseBy ? LossVerdict.Missed : high <= gate.NoWorseBy ? LossVerdict.Met : LossVerdict.Undecided, why);
    }

    static string Text(double value) => value.ToString("0.####", CultureInfo.InvariantCulture);
}
