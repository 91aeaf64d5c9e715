using System.ComponentModel;
using System.Globalization;

namespace Kiln.Validation;

/// <inheritdoc/>
[EditorBrowsable(EditorBrowsableState.Never)]
public sealed class DateRule : ColumnRule
{
    readonly bool _nullable;
    readonly DateTime _earliest;
    readonly DateTime _latest;

    /// <summary>What is allowed of a column of dates.</summary>
    /// <param name="column">The column's name.</param>
    /// <param name="isClassified">Whether no message may have the value.</param>
    /// <param name="nullable">Whether a value may be missing.</param>
    /// <param name="earliest">The earliest date allowed, in ticks.</param>
    /// <param name="latest">The latest date allowed, in ticks.</param>
    public DateRule(string column, bool isClassified, bool nullable, long earliest, long latest)
        : base(column, isClassified) => (_nullable, _earliest, _latest) = (nullable, new(earliest), new(latest));

    /// <param name="value">The value; null is missing.</param>
    /// <param name="found">Gets what is not allowed.</param>
    public void Check(DateTime? value, ref InputViolations found)
    {
        if (value is not { } date)
        {
            if (!_nullable)
                Missing(ref found);
        }
        else if (date < _earliest)
            Report(ref found, ViolationRule.Min, Text(date), $"is before the \"min\" {Text(_earliest)}");
        else if (date > _latest)
            Report(ref found, ViolationRule.Max, Text(date), $"is after the \"max\" {Text(_latest)}");
    }

    static string Text(DateTime date) => date.ToString(date.TimeOfDay == TimeSpan.Zero ? "yyyy-MM-dd" : "yyyy-MM-dd'T'HH:mm:ss.FFFFFFF", CultureInfo.InvariantCulture);
}
