using System.Globalization;

namespace Kiln.Contracts.Gates;

/// <summary>Bounds that a metric on held-out rows must meet.</summary>
/// <param name="Metric">The name of a <c>Kiln.Metric</c>; the number for a value that has none.</param>
/// <param name="AtLeast">Null where there is no such bound.</param>
/// <param name="AtMost">Null where there is no such bound.</param>
/// <param name="NoWorseBy">How much worse than released the metric may be, in its own unit; null where it is not held against a release.</param>
/// <param name="Because">Why the gate is there; null where nobody said it.</param>
/// <param name="Slice">The column in each of whose values the bounds must hold; null where they are for all held-out rows together.</param>
/// <param name="MinRows">How many held-out rows a value must have to be held to them; null where nobody said it.</param>
public record Gate(
    string Metric, double? AtLeast = null, double? AtMost = null, double? NoWorseBy = null, string? Because = null, string? Slice = null, int? MinRows = null)
{
    /// <summary>On fewer rows a metric is mostly chance: on 100, an accuracy of 0.8 is known to within 0.08, on 50 to within 0.11.</summary>
    public const int DefaultMinRows = 100;

    /// <summary>How many held-out rows a value of the slice must have to be held to the bounds.</summary>
    public int FewestRows => MinRows ?? DefaultMinRows;

    /// <summary>The metric and its bounds, as the attribute spells them: <c>Accuracy AtLeast 0.8 Slice Origin</c>.</summary>
    public override string ToString() => $"{Metric}{Text(nameof(AtLeast), AtLeast)}{Text(nameof(AtMost), AtMost)}{Text(nameof(NoWorseBy), NoWorseBy)}{(Slice is null ? "" : $" Slice {Slice}")}{Text(nameof(MinRows), MinRows)}";

    static string Text(string name, double? bound) => bound is { } value ? $" {name} {value.ToString("R", CultureInfo.InvariantCulture)}" : "";
}
