using System.Globalization;

namespace Kiln.Contracts.Gates;

/// <summary>A bound that is weaker than a release's.</summary>
/// <param name="Metric">What it bounds.</param>
/// <param name="Bound"><c>AtLeast</c>, <c>AtMost</c> or <c>NoWorseBy</c>.</param>
/// <param name="Was">The bound then.</param>
/// <param name="Now">The bound now; null when there is none.</param>
public sealed record GateLoosening(string Metric, string Bound, double Was, double? Now)
{
    /// <summary>What is weaker now without a reason that was not given then: the strictest bound counts on both sides.</summary>
    public static IEnumerable<GateLoosening> Between(IReadOnlyList<Gate> released, IReadOnlyList<Gate> now)
    {
        foreach (var metric in released.Select(gate => gate.Metric).Distinct())
        {
            var (then, today) = (released.Where(gate => gate.Metric == metric).ToList(), now.Where(gate => gate.Metric == metric).ToList());
            var reasons = then.Select(gate => gate.Because).ToList();
            if (today.Any(gate => !string.IsNullOrWhiteSpace(gate.Because) && !reasons.Contains(gate.Because)))
                continue;
            if (then.Max(gate => gate.AtLeast) is { } least && !(today.Max(gate => gate.AtLeast) >= least))
                yield return new(metric, nameof(Gate.AtLeast), least, today.Max(gate => gate.AtLeast));
            if (then.Min(gate => gate.AtMost) is { } most && !(today.Min(gate => gate.AtMost) <= most))
                yield return new(metric, nameof(Gate.AtMost), most, today.Min(gate => gate.AtMost));
            if (then.Min(gate => gate.NoWorseBy) is { } loss && !(today.Min(gate => gate.NoWorseBy) <= loss))
                yield return new(metric, nameof(Gate.NoWorseBy), loss, today.Min(gate => gate.NoWorseBy));
        }
    }

    public override string ToString() => Now is { } now
        ? string.Format(CultureInfo.InvariantCulture, "{0} {1} was {2} and is {3}", Metric, Bound, Was, now)
        : string.Format(CultureInfo.InvariantCulture, "{0} {1} was {2} and is gone", Metric, Bound, Was);
}
