using System.ComponentModel;

namespace Kiln.Validation;

/// <inheritdoc/>
[EditorBrowsable(EditorBrowsableState.Never)]
public sealed class NumberRule : ColumnRule
{
    readonly bool _nullable;
    readonly double _min;
    readonly double _max;

    /// <summary>What is allowed of a column of numbers.</summary>
    /// <param name="column">The column's name.</param>
    /// <param name="isClassified">Whether no message may have the value.</param>
    /// <param name="nullable">Whether a value may be missing.</param>
    /// <param name="min">The smallest number allowed.</param>
    /// <param name="max">The largest number allowed.</param>
    public NumberRule(string column, bool isClassified, bool nullable, double min = double.NegativeInfinity, double max = double.PositiveInfinity)
        : base(column, isClassified) => (_nullable, _min, _max) = (nullable, min, max);

    /// <param name="value">The value; null or NaN is missing.</param>
    /// <param name="found">Gets what is not allowed.</param>
    public void Check(float? value, ref InputViolations found)
    {
        if (value is not { } number || float.IsNaN(number))
            CheckMissing(ref found);
        else if (float.IsInfinity(number))
            Report(ref found, ViolationRule.NotFinite, number, "is not a finite value");
        // The bounds are rounded as the value was: 0.1 is not above a "max" of 0.1.
        else if (number < (float)_min)
            ReportMin(number, ref found);
        else if (number > (float)_max)
            ReportMax(number, ref found);
    }

    /// <inheritdoc cref="Check(float?, ref InputViolations)"/>
    public void Check(long? value, ref InputViolations found)
    {
        if (value is not { } number)
            CheckMissing(ref found);
        else if (number < _min)
            ReportMin(number, ref found);
        else if (number > _max)
            ReportMax(number, ref found);
    }

    void CheckMissing(ref InputViolations found)
    {
        if (!_nullable)
            Missing(ref found);
    }

    void ReportMin(object value, ref InputViolations found) => Report(ref found, ViolationRule.Min, value, FormattableString.Invariant($"is below the \"min\" {_min}"));

    void ReportMax(object value, ref InputViolations found) => Report(ref found, ViolationRule.Max, value, FormattableString.Invariant($"is above the \"max\" {_max}"));
}
