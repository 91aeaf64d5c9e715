using System.Globalization;

namespace Kiln.Contracts.Gates;

/// <summary>A bound that is weaker than a release's.</summary>
/// <param name="Metric">What it bounds.</param>
/// <param name="Slice">The column in each of whose values it does; null for all rows together.</param>
/// <param name="Bound"><c>AtLeast</c>, <c>AtMost</c>, <c>NoWorseBy</c> or <c>MinRows</c>.</param>
/// <param name="Was">The bound then.</param>
/// <param name="Now">The bound now; null when there is none.</param>
public sealed record GateLoosening(string Metric, string? Slice, string Bound, double Was, double? Now)
{
    /// <summary>What is weaker now without a reason that was not given then: the strictest bound counts on both sides.</summary>
    public static IEnumerable<GateLoosening> Between(IReadOnlyList<Gate> released, IReadOnlyList<Gate> now)
    {
        foreach (var (metric, slice) in released.Select(gate => (gate.Metric, gate.Slice)).Distinct())
        {
            var (then, today) = (Of(released), Of(now));
            var reasons = then.Select(gate => gate.Because).ToList();
            if (today.Any(gate => !string.IsNullOrWhiteSpace(gate.Because) && !reasons.Contains(gate.Because)))
                continue;
            var (rows, raised) = (then.Min(gate => gate.FewestRows), today.Count == 0 ? 0 : today.Min(gate => gate.FewestRows));
            // A bound that holds in fewer values than then is not the one that held.
            if (slice is not null && raised <= rows)
                today = [.. today.Where(gate => gate.FewestRows <= rows)];
            if (then.Max(gate => gate.AtLeast) is { } least && !(today.Max(gate => gate.AtLeast) >= least))
                yield return new(metric, slice, nameof(Gate.AtLeast), least, today.Max(gate => gate.AtLeast));
            if (then.Min(gate => gate.AtMost) is { } most && !(today.Min(gate => gate.AtMost) <= most))
                yield return new(metric, slice, nameof(Gate.AtMost), most, today.Min(gate => gate.AtMost));
            if (then.Min(gate => gate.NoWorseBy) is { } loss && !(today.Min(gate => gate.NoWorseBy) <= loss))
                yield return new(metric, slice, nameof(Gate.NoWorseBy), loss, today.Min(gate => gate.NoWorseBy));
            if (slice is not null && raised > rows)
                yield return new(metric, slice, nameof(Gate.MinRows), rows, raised);

            List<Gate> Of(IEnumerable<Gate> gates) => [.. gates.Where(gate => gate.Metric == metric && gate.Slice == slice)];
        }
    }

    public override string ToString() => string.Format(
        CultureInfo.InvariantCulture, Now is null ? "{0} {1} was {2} and is gone" : "{0} {1} was {2} and is {3}",
        Slice is null ? Metric : $"{Metric} in each value of '{Slice}'", Bound, Was, Now);
}
