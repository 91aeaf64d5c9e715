namespace Kiln;

/// <summary>
/// A bound that a metric on held-out rows must meet, or the build fails: <c>[Gate(Metric.AreaUnderRocCurve, AtLeast = 0.83)]</c>.
/// The metric is measured through the predictor that ships. <c>NoWorseBy = 0.01</c> holds it against the last released version instead.
/// </summary>
/// <param name="metric">The metric to bound; it must belong to the model's task.</param>
[AttributeUsage(AttributeTargets.Class, AllowMultiple = true, Inherited = false)]
public sealed class GateAttribute(Metric metric) : Attribute
{
    /// <summary>The metric to bound.</summary>
    public Metric Metric { get; } = metric;

    /// <summary>The smallest value that passes, in the metric's own unit.</summary>
    public double AtLeast { get; set; } = double.NaN;

    /// <summary>The largest value that passes, in the metric's own unit.</summary>
    public double AtMost { get; set; } = double.NaN;

    /// <summary>
    /// How much worse than the last released version the model may be, in the metric's own unit; 0 for not at all. Both are measured on the
    /// held-out rows they share. What is compared is the 95 % interval of the loss, so that chance neither fails nor passes a model: above
    /// the bound it fails the build, below it passes, and around it the build warns and a release fails. Before the first release there is
    /// nothing to be worse than.
    /// </summary>
    public double NoWorseBy { get; set; } = double.NaN;

    /// <summary>
    /// A column, as the file's header spells it, in each of whose values the bounds must hold, among the held-out rows that have it:
    /// <c>Slice = "Origin", AtLeast = 0.8</c>. A missing value is one of them, and so are all those together that the contract does not list.
    /// The column is a category, a boolean, or a number whose <c>classes</c> the contract lists; the model need not learn from it. A value
    /// of fewer than <see cref="MinRows"/> held-out rows is left out. Not together with <see cref="NoWorseBy"/>, and not in rankings.
    /// </summary>
    public string? Slice { get; set; }

    /// <summary>
    /// How many held-out rows a value of <see cref="Slice"/> must have to be held to the bounds: 1 or more, 100 by default, on which an
    /// accuracy of 0.8 is known to within 0.08. Where no value has so many, the gate is missed.
    /// </summary>
    public int MinRows { get; set; } = 100;

    /// <summary>Why the bound is what it is; repeated in the error when the gate is missed.</summary>
    public string? Because { get; set; }
}
